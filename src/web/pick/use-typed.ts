/** What is being typed, once the typing pauses: asked of the server no more often than somebody can read. */
import { useEffect, useState } from 'react';

const SETTLED = 200;

export function useTyped(): { typed: string; type: (text: string) => void } {
  const [text, type] = useState('');
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text.trim()), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return { typed, type };
}
