/** A state as word, icon and colour together: `<StateTag state={states[problem.state]} />`, from the kind's own table. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import RightCircleFilled from '@ant-design/icons/RightCircleFilled';
import type { ReactNode } from 'react';
import type { StateWords, Tone } from '#rules/steps.ts';
import { useSaid } from '#web/words/words.ts';
import '#web/show/tone.css';

const icons: Record<Tone, ReactNode> = {
  wait: <ClockCircleOutlined aria-hidden />,
  work: <RightCircleFilled aria-hidden />,
  check: <EyeOutlined aria-hidden />,
  done: <CheckCircleFilled aria-hidden />,
  off: <MinusCircleOutlined aria-hidden />,
};

export function StateTag({ state }: { state: StateWords }) {
  const say = useSaid();
  return (
    <span className={`tag tone-${state.tone}`}>
      {icons[state.tone]}
      <span className="one-line">{say(state)}</span>
    </span>
  );
}
