/** New weights of the heat, from a day on, with the grounds. */
import { Form, InputNumber } from 'antd';
import { dayOf } from '#clock/day.ts';
import { type Term, terms, type Weights } from '#triage/theme/heat.ts';
import { themeApi } from '#triage/theme/theme.api.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { CHANGES } from '#web/themes/use-undo.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { from: string; weights: Weights; reason: string };

export function HeatDialog({ weights, onClose }: { weights: Weights; onClose: () => void }) {
  const t = useWords(themeWords);
  const say = useSaid();
  const times = useTimes();
  const needed = useNeeded();
  const today = dayOf(times.now());
  return (
    <ActionDialog
      title={t('setHeat')}
      how={t('setHeatHow')}
      width={560}
      initial={{ from: today, weights } as Values}
      route={themeApi.setHeat}
      args={(values: Values, id) => ({ body: { id, ...values } })}
      done={({ from }) => t('heatSet', { day: times.date(from) })}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('fromDay')} rules={needed}>
        <DayPick from={today} />
      </Form.Item>
      <div className="two-readings">
        {(Object.keys(terms) as Term[]).map((term) => (
          <Form.Item key={term} name={['weights', term]} label={say(terms[term])} rules={needed}>
            <InputNumber min={-100} max={100} step={0.5} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <ReasonItem />
    </ActionDialog>
  );
}
