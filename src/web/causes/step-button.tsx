/** A step as a button: closed, it says why; never this person's, it is not there. */
import { Button, Tooltip } from 'antd';
import type { Button as StepOpen } from '#rules/shapes.ts';
import { useSaid } from '#web/words/words.ts';

type StepButtonProps = { buttons: readonly StepOpen[]; step: string; words: string; run: () => void; main?: boolean };

export function StepButton({ buttons, step, words, run, main }: StepButtonProps) {
  const say = useSaid();
  const button = buttons.find((one) => one.step === step);
  if (!button) return null;
  const { closed } = button;
  return (
    <Tooltip title={closed && say(closed)}>
      <Button
        size="small"
        type={main && !closed ? 'primary' : 'default'}
        aria-disabled={Boolean(closed)}
        className={closed ? 'closed-step' : ''}
        onClick={() => !closed && run()}
      >
        {words}
      </Button>
    </Tooltip>
  );
}
