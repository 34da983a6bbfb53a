/** Fourth step: the first and last day, and dated milestones with the evidence that each asks for. */
import { Button, Form, Input } from 'antd';
import { newId } from '#platform/ids.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import type { CharterForm } from '#web/projects/charter-form.ts';
import { DayPick } from '#web/projects/day-pick.tsx';
import { useWords } from '#web/words/words.ts';

export function StepMilestones() {
  const t = useWords(charterWords);
  const form = Form.useFormInstance<CharterForm>();
  const from = Form.useWatch('startsOn', form);
  const to = Form.useWatch('endsOn', form);
  const needed = [{ required: true, message: t('needed') }];
  const words = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <>
      <div className="charter-fields">
        <Form.Item name="startsOn" label={t('startsOn')} required>
          <DayPick />
        </Form.Item>
        <Form.Item name="endsOn" label={t('endsOn')} required>
          <DayPick />
        </Form.Item>
      </div>
      <Form.List name="milestones">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <section key={key} className="charter-line" aria-label={t('milestone', { at: name + 1 })}>
                <header>
                  <h3>{t('milestone', { at: name + 1 })}</h3>
                  <Button type="text" size="small" danger onClick={() => remove(name)}>
                    {t('removeMilestone', { at: name + 1 })}
                  </Button>
                </header>
                <div className="charter-fields">
                  <Form.Item name={[name, 'title']} label={t('milestoneTitle')} rules={words}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[name, 'dueOn']} label={t('dueOn')} rules={needed}>
                    <DayPick from={from} to={to} />
                  </Form.Item>
                  <Form.Item name={[name, 'evidenceAsked']} label={t('evidenceAsked')} rules={words}>
                    <Input maxLength={500} />
                  </Form.Item>
                </div>
              </section>
            ))}
            <Button onClick={() => add({ id: newId(), title: '', evidenceAsked: '' })}>{t('addMilestone')}</Button>
          </>
        )}
      </Form.List>
    </>
  );
}
