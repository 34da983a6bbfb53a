/** While a thing's page is read: nothing for 0.4 s, then that it is being read; refused, why; and the thing itself. */
import { Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { Empty } from '#web/show/empty.tsx';
import { thingWords } from '#web/thing/thing.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/thing/thing.css';

type ReadThingProps<T> = {
  read: { data: T | undefined; error: Refusal | null; refetch: () => unknown };
  /** Said where there is none that this person may see. */
  gone: string;
  children: (thing: T) => ReactNode;
};

export function ReadThing<T>({ read, gone, children }: ReadThingProps<T>) {
  const { data, error } = read;
  if (error?.body.code === 'not_found' || error?.body.code === 'malformed') return <Empty title={gone} />;
  if (data === undefined) return error ? <Broken error={error} again={() => void read.refetch()} /> : <Reading />;
  return (
    <>
      {error && <Broken error={error} again={() => void read.refetch()} />}
      {children(data)}
    </>
  );
}

function Broken({ error, again }: { error: Refusal; again: () => void }) {
  return (
    <div className="thing-broken">
      <Refused refusal={error} again={again} />
    </div>
  );
}

const SOON = 400;

function Reading() {
  const t = useWords(thingWords);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="thing-broken" role="status" aria-label={t('reading')}>
      {late && <Skeleton active paragraph={{ rows: 8 }} />}
    </div>
  );
}
