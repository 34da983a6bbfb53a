/**
 * A field shown masked (138****8000) and, for those who may, whole after purpose and reason are recorded; a minute later it
 * is masked again. `reveal` calls the route and gives the whole value:
 *
 *   <Masked what={t('phone')} value={r.phone} purposes={purposes}
 *     reveal={async (purpose, reason, decision) => (await call(signalApi.reveal, { … })).phone} />
 */
import EyeInvisibleOutlined from '@ant-design/icons/EyeInvisibleOutlined';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Said } from '#platform/problem.ts';
import { RevealDialog } from '#web/show/reveal-dialog.tsx';
import { showWords } from '#web/show/show.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/show/tone.css';

export type Reveal = (purpose: string, reason: string, decision: string) => Promise<string>;

export type MaskedProps = {
  /** The field's name in words, for the dialog. */
  what: string;
  value: string;
  purposes: Readonly<Record<string, Said>>;
  /** Absent: this viewer may not. */
  reveal?: Reveal;
};

const SECONDS = 60;

export function Masked({ what, value, purposes, reveal }: MaskedProps) {
  const t = useWords(showWords);
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<string>();
  useEffect(() => {
    if (whole === undefined) return;
    const timer = setTimeout(() => setWhole(undefined), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [whole]);
  const shown = whole !== undefined;
  const label = shown ? t('hide') : t('reveal', { what });
  return (
    <span className="masked">
      <span aria-live="polite">{whole ?? value}</span>
      {reveal && (
        <Button
          type="text"
          size="small"
          className="not-printed"
          icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          aria-label={label}
          title={shown ? t('hidesIn', { seconds: SECONDS }) : label}
          onClick={() => (shown ? setWhole(undefined) : setAsking(true))}
        />
      )}
      {asking && reveal && (
        <RevealDialog
          what={what}
          purposes={purposes}
          reveal={reveal}
          onWhole={setWhole}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}
