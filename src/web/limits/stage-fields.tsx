/** The stages of a rule of handling in its form: one line a stage, in the order in which they follow one another. */
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { mostOf } from '#rules/limit-rule.ts';
import { type Milestone, MOST_STAGES, matterEvents, unitsOfStages } from '#rules/milestone.ts';
import { unitNames } from '#rules/time/say-budget.ts';
import { stageWords } from '#web/limits/stage.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const events = Object.keys(matterEvents) as Milestone['starts'][];

/** The next stage begins where the last one ends, and ends with what comes after; a first contact is asked for by few. */
function nextStage(last: Partial<Milestone> | undefined): Partial<Milestone> {
  const starts = last?.ends ?? 'made';
  const ends = starts === 'signed' ? 'handled' : (events[events.indexOf(starts) + 1] ?? 'closed');
  return { starts, ends, unitOfTime: last?.unitOfTime ?? 'working_hour' };
}

export function StageFields() {
  const t = useWords(stageWords);
  const form = Form.useFormInstance();
  return (
    <Form.List name="milestones">
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="limit-stages">
          <legend>{t('stages')}</legend>
          <p className="quiet">{t('how')}</p>
          {fields.map(({ key, name }) => (
            <OneStage key={key} nth={name} onRemove={() => remove(name)} />
          ))}
          <div className="tone-danger">
            <Form.ErrorList errors={errors} />
          </div>
          {fields.length < MOST_STAGES && (
            <Button
              size="small"
              onClick={() =>
                add(nextStage(form.getFieldValue(['milestones', fields.length - 1]) as Partial<Milestone> | undefined))
              }
            >
              {t('add')}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function OneStage({ nth, onRemove }: { nth: number; onRemove: () => void }) {
  const t = useWords(stageWords);
  const say = useSaid();
  const needed = [{ required: true, message: t('needed') }];
  const unit =
    (Form.useWatch(['milestones', nth, 'unitOfTime']) as Milestone['unitOfTime'] | undefined) ?? 'working_hour';
  const happens = events.map((value) => ({ value, label: say(matterEvents[value]) }));
  const of = { nth: nth + 1 };
  return (
    <div className="limit-stage">
      <Form.Item name={[nth, 'name']} rules={needed}>
        <Input aria-label={t('name', of)} placeholder={t('nameShort')} maxLength={30} />
      </Form.Item>
      <Form.Item name={[nth, 'starts']} rules={needed}>
        <Select aria-label={t('starts', of)} options={happens.slice(0, -1)} prefix={t('from')} />
      </Form.Item>
      <Form.Item name={[nth, 'ends']} rules={needed}>
        <Select aria-label={t('ends', of)} options={happens.slice(1)} prefix={t('to')} />
      </Form.Item>
      <Form.Item name={[nth, 'budget']} rules={needed}>
        <InputNumber aria-label={t('budget', of)} min={1} max={mostOf(unit)} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name={[nth, 'unitOfTime']} rules={needed}>
        <Select
          aria-label={t('unit', of)}
          options={unitsOfStages.map((value) => ({ value, label: say(unitNames[value]) }))}
        />
      </Form.Item>
      <Button type="text" size="small" onClick={onRemove} aria-label={t('removeNth', of)}>
        {t('remove')}
      </Button>
    </div>
  );
}
