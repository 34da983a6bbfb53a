/** What can be done with the chosen node, as buttons: the same as by keys. */
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { causeWords } from '#web/causes/cause.words.ts';
import { LinkHereDialog } from '#web/causes/link-dialogs.tsx';
import { MergeDialog } from '#web/causes/merge-dialog.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Action = { key: keyof typeof causeWords; run: () => void; step?: string };

export function NodeActions({ onDetails }: { onDetails?: () => void }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const desk = useTheDesk();
  const [open, setOpen] = useState<'link' | 'merge' | null>(null);
  const close = () => setOpen(null);
  const { chosen, mayTrace } = desk;
  const buttons =
    chosen.kind === 'cause' ? chosen.cause.buttons : chosen.kind === 'measure' ? chosen.measure.buttons : [];
  const edit: Action = { key: 'edit', run: () => desk.edit(), step: 'describe' };
  const actions: Record<typeof chosen.kind, Action[]> = {
    problem: [
      { key: 'addCause', run: () => desk.addBelow() },
      { key: 'linkHere', run: () => setOpen('link') },
    ],
    cause: [
      { key: 'addBelow', run: () => desk.addBelow() },
      { key: 'addBeside', run: () => desk.addBeside() },
      { key: 'addMeasure', run: () => desk.addMeasure() },
      edit,
      { key: 'merge', run: () => desk.opens('merge') && setOpen('merge'), step: 'merge' },
      { key: 'withdraw', run: () => desk.withdraw(), step: 'withdraw' },
    ],
    measure: [edit, { key: 'drop', run: () => desk.withdraw(), step: 'drop' }],
  };
  const closedOf = (step: string | undefined) => {
    if (!step) return null;
    const button = buttons.find((one) => one.step === step);
    return button ? button.closed : causeWords.notHere;
  };
  return (
    <p className="node-actions">
      {mayTrace &&
        actions[chosen.kind].map(({ key, run, step }) => {
          const closed = closedOf(step);
          return (
            <Tooltip key={key} title={closed && say(closed)}>
              <Button
                size="small"
                aria-disabled={Boolean(closed)}
                className={closed ? 'closed-step' : ''}
                onClick={run}
              >
                {t(key)}
              </Button>
            </Tooltip>
          );
        })}
      {onDetails && chosen.kind !== 'problem' && (
        <Button size="small" type="primary" ghost onClick={onDetails}>
          {t('details')}
        </Button>
      )}
      {open === 'link' && <LinkHereDialog onClose={close} />}
      {open === 'merge' && chosen.kind === 'cause' && <MergeDialog cause={chosen.cause} onClose={close} />}
    </p>
  );
}
