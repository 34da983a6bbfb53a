/** Choosing what a month takes on: what the past year says beside the words of whoever chooses. */
import { Button, Form, Input } from 'antd';
import type { ReplyOf } from '#platform/api.ts';
import { type MonthlyItem, monthlyApi } from '#triage/monthly/monthly.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { monthlyWords } from '#web/monthly/monthly.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type Values = { title: string; why: string; categoryId?: string | null; lead: Picked };
type Props = { year: number; month: number; item?: MonthlyItem; onClose: () => void };

export function PlanDialog({ year, month, item, onClose }: Props) {
  const t = useWords(monthlyWords);
  const needed = [{ required: true, message: t('needed') }];
  const bodyOf = ({ title, why, categoryId, lead }: Values, id: string) => ({
    ...{ id, year, month, title, why, categoryId: categoryId ?? null, leadUnit: lead.id },
  });
  const fields = (
    <>
      <Candidates year={year} month={month} />
      <Form.Item name="title" label={t('name')} rules={[{ ...needed[0]!, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="categoryId" label={t('category')} extra={t('categoryHow')}>
        <CategoryPick />
      </Form.Item>
      <ReasonItem name="why" label={t('why')} />
      <Form.Item name="lead" label={t('lead')} rules={needed}>
        <UnitPick />
      </Form.Item>
    </>
  );
  const common = { width: 720, changes: ['/monthly'], onClose };
  if (!item)
    return (
      <ActionDialog<typeof monthlyApi.plan, Values>
        {...common}
        title={`${t('month', { month })} ${t('choose')}`}
        ok={t('choose')}
        route={monthlyApi.plan}
        args={(values, id) => ({ body: bodyOf(values, id) })}
        done={({ title }) => t('chosen', { month, title })}
      >
        {fields}
      </ActionDialog>
    );
  return (
    <ActionDialog<typeof monthlyApi.change, Values>
      {...common}
      title={`${t('change')} ${item.title}`}
      ok={t('change')}
      initial={{
        ...{ title: item.title, why: item.why, categoryId: item.category?.id ?? null },
        lead: { id: item.lead.id, name: item.lead.shortName },
      }}
      route={monthlyApi.change}
      args={(values, id) => ({ params: { id: item.id }, body: { ...bodyOf(values, id), version: item.version } })}
      done={({ title }) => t('changed', { title })}
    >
      {fields}
    </ActionDialog>
  );
}

type Candidate = ReplyOf<typeof monthlyApi.candidates>['items'][number];
const SHOWN = 6;

/** Taking one fills the form; every word of it can be changed. */
function Candidates({ year, month }: { year: number; month: number }) {
  const t = useWords(monthlyWords);
  const numbers = useNumbers();
  const form = Form.useFormInstance<Values>();
  const read = useRead(monthlyApi.candidates, { query: { year, month } });
  const items = (read.data?.items ?? []).slice(0, SHOWN);
  const take = (one: Candidate) => {
    const same = one.sameMonth === null ? '' : t('becauseSame', { month, n: numbers.whole(one.sameMonth) });
    const why = { people: numbers.whole(one.people), same, unsolved: numbers.percent(one.unsolved) };
    form.setFieldsValue({ title: one.name, categoryId: one.id, why: t('because', why) });
  };
  return (
    <section className="monthly-candidates">
      <h3>{t('candidates', { month })}</h3>
      <p className="faint">{t('candidatesHow')}</p>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <p className="quiet">{t('noCandidates')}</p>}
      {items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('category')}</th>
              <th>{t('people')}</th>
              <th>{t('same')}</th>
              <th>{t('unsolved')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td className="figures">{t('times', { n: numbers.whole(one.people) })}</td>
                <td>
                  {one.sameMonth === null ? (
                    <span className="faint">{t('unknown')}</span>
                  ) : (
                    <>
                      <span className="figures">{t('times', { n: numbers.whole(one.sameMonth) })}</span>{' '}
                      <span className="faint">{one.peak !== null && t('peak', { times: one.peak.toFixed(1) })}</span>
                    </>
                  )}
                </td>
                <td>
                  <span className="figures">{numbers.percent(one.unsolved)}</span>{' '}
                  <span className="faint">{t(one.own ? 'asked' : 'askedFew', { n: numbers.whole(one.asked) })}</span>
                </td>
                <td>
                  <Button size="small" onClick={() => take(one)}>
                    {t('take')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
