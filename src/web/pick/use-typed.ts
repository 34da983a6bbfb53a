/** What is being typed, once the typing pauses: asked of the server no more often than somebody can read. */
import { useEffect, useState } from 'react';

const SETTLED = 200;

export type Typed = {
  /** As it stands in the field. */
  text: string;
  /** As it was asked for last. */
  typed: string;
  type: (text: string) => void;
};

export function useTyped(): Typed {
  const [text, type] = useState('');
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text.trim()), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return { text: text.trim(), typed, type };
}
