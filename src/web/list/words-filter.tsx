/** Words in a filter: asked after a pause, or at once on Enter; not while an input method composes. */
import { Input } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

const SETTLED = 400;

type WordsFilterProps = { label: string; value: string | undefined; set: (value: string | undefined) => void };

export function WordsFilter({ label, value = '', set }: WordsFilterProps) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const asked = useRef(value);
  const ask = (words: string) => {
    asked.current = words.trim();
    set(asked.current || undefined);
  };
  const askLater = useEffectEvent(ask);
  useEffect(() => {
    // Changed from outside: another view, the back button.
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text.trim() === asked.current) return;
    const timer = setTimeout(() => !composing.current && askLater(text), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Input
      className="list-words"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={100}
      allowClear
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setText(event.currentTarget.value);
      }}
      onPressEnter={() => ask(text)}
    />
  );
}
