/** Who takes the open work: one successor for all of it, single pieces to others by name. Inside a form. */
import { Form } from 'antd';
import { handoverApi } from '#people/handover.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { useWords } from '#web/words/words.ts';

export type Work = Reply<typeof handoverApi.work>['items'][number];
export type HandingValues = { handTo?: Picked | null; places?: Record<string, Picked | null> };

/** As the routes take it. */
export const handingOf = ({ handTo, places = {} }: HandingValues) => ({
  to: handTo?.id ?? null,
  places: Object.entries(places).flatMap(([what, to]) => (to ? [{ what, to: to.id }] : [])),
});

type HandingFieldsProps = {
  personId: string;
  /** Only what this verb ends: the work of one unit. */
  which?: (work: Work) => boolean;
  /** Everything must find a place. */
  whole?: boolean;
};

export function HandingFields({ personId, which = () => true, whole = true }: HandingFieldsProps) {
  const t = useWords(peopleWords);
  const read = useRead(handoverApi.work, { params: { id: personId } });
  const form = Form.useFormInstance<HandingValues>();
  const works = read.data?.items.filter(which);
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  if (!works) return null;
  if (works.length === 0) return <p className="quiet">{t('noWork')}</p>;
  const allPlaced = () => works.every(({ thing }) => form.getFieldValue(['places', thing]));
  const needed = {
    validator: (_: unknown, to: Picked | null) =>
      to || !whole || allPlaced() ? Promise.resolve() : Promise.reject(new Error(t('needed'))),
  };
  return (
    <fieldset className="handing">
      <legend>{t('openWork', { count: works.length })}</legend>
      <Form.Item name="handTo" label={t('handAll')} rules={[needed]} required={whole}>
        <AnybodyPick not={[personId]} />
      </Form.Item>
      <ul className="handing-works">
        {works.map((work) => (
          <WorkLine key={work.thing} work={work} personId={personId} />
        ))}
      </ul>
    </fieldset>
  );
}

function WorkLine({ work, personId }: { work: Work; personId: string }) {
  const t = useWords(peopleWords);
  const { kind, number, thing } = work;
  return (
    <li>
      <span className="figures">
        <span className="faint">{kind === 'task' || kind === 'problem' ? t(kind) : kind}</span> {number}
      </span>
      <Form.Item name={['places', thing]} noStyle>
        <AnybodyPick not={[personId]} label={t('handOne')} />
      </Form.Item>
    </li>
  );
}
