/** The next steps as buttons in the order of likelihood; a closed one stays and says why in its hint. */
import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import type { Said } from '#platform/problem.ts';
import type { Button as StepButton } from '#rules/shapes.ts';
import { thingWords } from '#web/thing/thing.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type ThingActionsProps<Step extends string> = {
  /** As the server gives them: step, and why it is closed now. */
  buttons: readonly StepButton[];
  /** The kind's own steps table: their words. */
  steps: Readonly<Record<Step, Said>>;
  /** The likeliest first; a step not named comes after these, a step without `run` is not shown. */
  order?: readonly Step[];
  run: Partial<Record<Step, () => void>>;
  /** Steps that undo or refuse. */
  danger?: readonly Step[];
  /** How many stand outside “more”. */
  shown?: number;
  /** It is somebody else's turn: what can be done beside it does not stand out. */
  calm?: boolean;
};

type Ready = { step: string; words: string; closed: string | null; danger: boolean; run: () => void };

export function ThingActions<Step extends string>(props: ThingActionsProps<Step>) {
  const { buttons, steps, order = [], run, danger = [], shown = 3, calm = false } = props;
  const t = useWords(thingWords);
  const say = useSaid();
  const place = (step: string) => (order.includes(step as Step) ? order.indexOf(step as Step) : order.length);
  const ready: Ready[] = buttons
    .filter(({ step }) => run[step as Step])
    .map(({ step, closed }) => ({
      step,
      words: say(steps[step as Step]),
      closed: closed && say(closed),
      danger: danger.includes(step as Step),
      run: run[step as Step]!,
    }))
    .sort((a, b) => Number(a.closed !== null) - Number(b.closed !== null) || place(a.step) - place(b.step));
  const first = ready.slice(0, ready.length === shown + 1 ? shown + 1 : shown);
  const rest = ready.slice(first.length);
  if (ready.length === 0) return null;
  return (
    <fieldset className="thing-actions">
      <legend className="only-heard">{t('actions')}</legend>
      {first.map((one, index) => (
        <ActionButton key={one.step} ready={one} main={index === 0 && !calm} />
      ))}
      {rest.length > 0 && <More rest={rest} />}
    </fieldset>
  );
}

/** Closed, it can still be reached by keyboard, so that its reason is found; it only does nothing. */
function ActionButton({ ready, main, block }: { ready: Ready; main?: boolean; block?: boolean }) {
  const { words, closed, danger, run } = ready;
  const type = block ? 'text' : main && !closed ? 'primary' : 'default';
  const button = (
    <Button
      type={type}
      danger={danger && !closed}
      block={block ?? false}
      className={closed ? 'closed-step' : ''}
      aria-disabled={closed !== null}
      onClick={closed ? undefined : run}
    >
      {words}
      {closed && <span className="only-heard">{closed}</span>}
    </Button>
  );
  return closed ? <Tooltip title={closed}>{button}</Tooltip> : button;
}

function More({ rest }: { rest: readonly Ready[] }) {
  const t = useWords(thingWords);
  const [open, setOpen] = useState(false);
  const leaving = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  const list = (
    <div className="more-steps">
      {rest.map((one) => (
        <ActionButton key={one.step} block ready={{ ...one, run: leaving(one.run) }} />
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open} onOpenChange={setOpen} content={list}>
      <Button aria-expanded={open}>
        {t('moreActions')} <DownOutlined aria-hidden />
      </Button>
    </Popover>
  );
}
