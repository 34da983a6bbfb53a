/** Third step: goals that can be counted, each an indicator with baseline and target. */
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { indicatorViewApi } from '#views/indicator.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { call } from '#web/call/call.ts';
import { useMay } from '#web/desk/me.ts';
import { DefineDialog } from '#web/indicators/new-indicator.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import { type CharterForm, type Chosen, chosenOf } from '#web/projects/charter-form.ts';
import { DayPick } from '#web/projects/day-pick.tsx';
import { IndicatorPick } from '#web/projects/indicator-pick.tsx';
import { LatestReading } from '#web/projects/latest-reading.tsx';
import { useWords } from '#web/words/words.ts';

/** `onChange`: what is put in here by the page itself is an edit as well. */
export function StepGoals({ page, onChange }: { page: ProjectPage; onChange: () => void }) {
  const t = useWords(charterWords);
  const may = useMay();
  const form = Form.useFormInstance<CharterForm>();
  const [defining, setDefining] = useState<number | null>(null);
  const take = async (at: number, id: string) => {
    const defined = await call(indicatorViewApi.page, { params: { id } });
    form.setFieldValue(['goals', at, 'indicatorId'], chosenOf(defined));
    onChange();
  };
  return (
    <>
      <p className="quiet">{t('goalHow')}</p>
      <Form.List name="goals">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <section key={key} className="charter-line" aria-label={t('goal', { at: name + 1 })}>
                <header>
                  <h3>{t('goal', { at: name + 1 })}</h3>
                  {may('indicator.manage') && (
                    <Button type="link" size="small" onClick={() => setDefining(name)}>
                      {t('defineIndicator')}
                    </Button>
                  )}
                  <Button type="text" size="small" danger onClick={() => remove(name)}>
                    {t('removeGoal', { at: name + 1 })}
                  </Button>
                </header>
                <OneGoal at={name} onChange={onChange} />
              </section>
            ))}
            <Button onClick={() => add({ id: newId(), indicatorId: null, baselineSource: '' })}>{t('addGoal')}</Button>
          </>
        )}
      </Form.List>
      {defining !== null && (
        <DefineDialog
          owner={{ id: page.unit.id, name: page.unit.shortName || page.unit.name }}
          onDefined={(id) => void take(defining, id)}
          onClose={() => setDefining(null)}
        />
      )}
    </>
  );
}

function OneGoal({ at, onChange }: { at: number; onChange: () => void }) {
  const t = useWords(charterWords);
  const form = Form.useFormInstance<CharterForm>();
  const chosen = Form.useWatch<Chosen | null>(['goals', at, 'indicatorId'], form);
  const needed = [{ required: true, message: t('needed') }];
  const unit = chosen && { suffix: <span className="faint">{chosen.unitWords}</span> };
  return (
    <>
      <Form.Item name={[at, 'indicatorId']} label={t('indicator')} rules={needed}>
        <IndicatorPick />
      </Form.Item>
      {chosen && <LatestReading indicator={chosen} at={at} onChange={onChange} />}
      <div className="charter-fields">
        <Form.Item name={[at, 'baseline']} label={t('baseline')} rules={needed}>
          <InputNumber {...unit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[at, 'baselineOn']} label={t('baselineOn')} rules={needed}>
          <DayPick />
        </Form.Item>
        <Form.Item
          name={[at, 'baselineSource']}
          label={t('baselineSource')}
          rules={[{ required: true, whitespace: true, message: t('needed') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name={[at, 'target']} label={t('target')} rules={needed}>
          <InputNumber {...unit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[at, 'targetOn']} label={t('targetOn')} rules={needed}>
          <DayPick />
        </Form.Item>
      </div>
    </>
  );
}
