/** Putting a ladder in force: for which limit, after which preset, and what it would have fired last week. */
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { limitNames } from '#rules/limits.ts';
import { ladderApi } from '#supervision/ladder.api.ts';
import { type LadderKind, ladderKinds, limitsOf, presets } from '#supervision/ladder.ts';
import type { Reply } from '#web/call/call.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ladderWords } from '#web/supervision/ladder.words.ts';
import { RungLines } from '#web/supervision/rung-lines.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Preset = keyof typeof presets;
type Values = { fallback: Picked; reason: string };

export function LadderDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(ladderWords);
  const say = useSaid();
  const needed = useNeeded();
  const [kind, setKind] = useState<LadderKind>('problem');
  const [limitName, setLimitName] = useState<string>('');
  const [preset, setPreset] = useState<Preset>('lights');
  const [shown, setShown] = useState<Reply<typeof ladderApi.preview>>();
  const of = { kind, limitName: limitName || null, rungs: [...presets[preset].rungs] };
  const preview = useVerb(ladderApi.preview, { changes: [] });
  const look = async () => {
    const outcome = await preview.run({ body: of });
    if ('reply' in outcome) setShown(outcome.reply);
  };
  /** What was counted for another choice is gone with it. */
  const choose = (work: () => void) => {
    setShown(undefined);
    work();
  };
  const limits = [
    { value: '', label: t('every') },
    ...limitsOf[kind].map((value) => ({ value, label: say(limitNames[value]) })),
  ];
  return (
    <ActionDialog
      title={t('make')}
      width={560}
      route={ladderApi.issue}
      args={({ fallback, reason }: Values, id) => ({
        body: { ...of, id, reason, name: presets[preset].zh, fallbackId: fallback.id },
      })}
      done={() => t('issued')}
      changes={['/ladders']}
      onClose={onClose}
    >
      <Form.Item label={t('kind')}>
        <Select
          value={kind}
          onChange={(value: LadderKind) =>
            choose(() => {
              setKind(value);
              setLimitName('');
            })
          }
          options={Object.entries(ladderKinds).map(([value, words]) => ({ value, label: say(words) }))}
        />
      </Form.Item>
      <Form.Item label={t('limit')}>
        <Select value={limitName} onChange={(value) => choose(() => setLimitName(value))} options={limits} />
      </Form.Item>
      <Form.Item label={t('preset')}>
        <Select
          value={preset}
          onChange={(value: Preset) => choose(() => setPreset(value))}
          options={Object.entries(presets).map(([value, words]) => ({ value, label: say(words) }))}
        />
      </Form.Item>
      <RungLines rungs={of.rungs} />
      <p>
        <Button size="small" loading={preview.running} onClick={() => void look()}>
          {t('preview')}
        </Button>{' '}
        {shown && (
          <span>
            {t('previewed', { clocks: shown.clocks })}{' '}
            {shown.rungs.map(({ count }, i) => t('fires', { n: i + 1, count })).join('，')}
            {shown.headless > 0 && <span className="faint"> {t('headless', { n: shown.headless })}</span>}
          </span>
        )}
      </p>
      <Form.Item name="fallback" label={t('fallback')} rules={needed}>
        <AnybodyPick />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
