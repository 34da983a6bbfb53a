/** Fields of what is recorded of a talk with the reporter. */
import { Form, Input, Radio, Rate } from 'antd';
import { ways } from '#signal/signal.ts';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type Solved = 'yes' | 'partly' | 'no';

export const solvedWords = {
  yes: signalPageWords.solvedYes,
  partly: signalPageWords.solvedPartly,
  no: signalPageWords.solvedNo,
};

export function WayItem() {
  const t = useWords(signalPageWords);
  const say = useSaid();
  return (
    <Form.Item name="way" label={t('way')} required>
      <Radio.Group options={Object.entries(ways).map(([value, said]) => ({ value, label: say(said) }))} />
    </Form.Item>
  );
}

export function ReachedItem() {
  const t = useWords(signalPageWords);
  return (
    <Form.Item name="reached" label={t('couldReach')} required>
      <Radio.Group
        options={[
          { value: true, label: t('reached') },
          { value: false, label: t('notReached') },
        ]}
      />
    </Form.Item>
  );
}

export type CallBackValues = {
  reached: boolean;
  contacted?: boolean;
  solved?: Solved;
  satisfied?: number;
  words?: string;
};

/** Nothing is said by somebody who was not reached. */
export const callBackOf = ({ reached, contacted, solved, satisfied, words }: CallBackValues) => ({
  reached,
  contacted: reached ? (contacted ?? null) : null,
  solved: reached ? (solved ?? null) : null,
  satisfied: reached ? satisfied || null : null,
  words: words ?? '',
});

export function CallBackFields() {
  const t = useWords(signalPageWords);
  const say = useSaid();
  const reached = Form.useWatch<boolean>('reached');
  return (
    <>
      <ReachedItem />
      {reached !== false && (
        <>
          <Form.Item name="contacted" label={t('wasContacted')}>
            <Radio.Group
              options={[
                { value: true, label: t('wasContactedYes') },
                { value: false, label: t('wasContactedNo') },
              ]}
            />
          </Form.Item>
          <Form.Item name="solved" label={t('solved')} rules={[{ required: true, message: t('needed') }]}>
            <Radio.Group options={Object.entries(solvedWords).map(([value, said]) => ({ value, label: say(said) }))} />
          </Form.Item>
          <Form.Item name="satisfied" label={t('satisfied')}>
            <Rate />
          </Form.Item>
        </>
      )}
      <Form.Item name="words" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </>
  );
}
