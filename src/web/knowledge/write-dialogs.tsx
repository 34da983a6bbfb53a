/** Writing an entry, or a new version of one. */
import { Form, Input } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import { type Content, type KnowledgeShown, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { ANSWER_MAX, BASIS_MAX, QUESTION_MAX, REVIEW_DAYS } from '#knowledge/knowledge.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import { AreaPick } from '#web/duty/area-pick.tsx';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { knowledgeWords } from '#web/knowledge/knowledge.words.ts';
import { DayPick } from '#web/pick/day-pick.tsx';
import { PersonPick } from '#web/pick/person-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Values = Omit<Content, 'wordings' | 'areaId' | 'validTo'> & {
  wordings?: string;
  validTo?: string | null;
  areaId?: Picked | null;
  ownerUnit: Picked;
  ownerPerson?: Picked | null;
};

const bodyOf = ({ wordings, areaId, categoryId, validTo, ownerUnit, ownerPerson, basis, ...rest }: Values) => ({
  ...rest,
  wordings: (wordings ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  ...{ areaId: areaId?.id ?? null, categoryId: categoryId ?? null, validTo: validTo || null, basis: basis ?? '' },
  ...{ ownerUnit: ownerUnit.id, ownerPerson: ownerPerson?.id ?? null },
});

function Fields() {
  const t = useWords(knowledgeWords);
  const needed = [{ required: true, message: t('needed') }];
  const unit = Form.useWatch<Picked | undefined>('ownerUnit');
  return (
    <>
      <Form.Item name="question" label={t('question')} extra={t('questionHint')} rules={needed}>
        <Input maxLength={QUESTION_MAX} />
      </Form.Item>
      <Form.Item name="wordings" label={t('wordings')} extra={t('wordingsHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="answer" label={t('answer')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={ANSWER_MAX} showCount />
      </Form.Item>
      <Form.Item name="basis" label={t('basis')} extra={t('basisHint')}>
        <Input maxLength={BASIS_MAX} />
      </Form.Item>
      <div className="knowledge-two">
        <Form.Item name="categoryId" label={t('category')}>
          <CategoryPick />
        </Form.Item>
        <Form.Item name="areaId" label={t('area')} extra={t('areaHint')}>
          <AreaPick />
        </Form.Item>
        <Form.Item name="ownerUnit" label={t('unit')} rules={needed}>
          <UnitPick />
        </Form.Item>
        <Form.Item name="ownerPerson" label={t('person')}>
          <PersonPick {...(unit && { unitId: unit.id })} />
        </Form.Item>
      </div>
      <div className="knowledge-three">
        <Form.Item name="validFrom" label={t('validFrom')} rules={needed}>
          <DayPick />
        </Form.Item>
        <Form.Item name="validTo" label={t('validTo')} extra={t('validToHint')}>
          <DayPick />
        </Form.Item>
        <Form.Item name="reviewOn" label={t('reviewOn')} rules={needed}>
          <DayPick />
        </Form.Item>
      </div>
    </>
  );
}

const WIDTH = 680;
const changes = ['/knowledge', '/my-work'];

/** `wish`: what was asked and no entry answers. */
export function AddDialog({ wish, onClose }: { wish?: { id: string; words: string }; onClose: () => void }) {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  const me = useMe();
  const may = useMay();
  const today = dayOf(times.now());
  const unit = may('knowledge.write') ? me.posts[0]?.unit : undefined;
  const initial: Partial<Values> = {
    ...{ validFrom: today, reviewOn: addDays(today, REVIEW_DAYS), ownerPerson: me.person },
    ...(unit && { ownerUnit: { id: unit.id, name: unit.shortName } }),
    ...(wish && { question: wish.words.slice(0, QUESTION_MAX) }),
  };
  return (
    <ActionDialog
      title={t('add')}
      width={WIDTH}
      initial={initial}
      route={knowledgeApi.add}
      args={(values: Values, id) => ({ body: { id, ...bodyOf(values), wishId: wish?.id ?? null } })}
      done={() => t('added')}
      leads={({ id }) => `/knowledge/${id}`}
      changes={changes}
      onClose={onClose}
    >
      <Fields />
    </ActionDialog>
  );
}

export function ChangeDialog({ entry, onClose }: { entry: KnowledgeShown; onClose: () => void }) {
  const t = useWords(knowledgeWords);
  const { categoryId, area, wordings, question, answer, basis, validFrom, validTo, reviewOn } =
    entry.draft ?? entry.current!;
  const initial: Values = {
    ...{ question, answer, basis, categoryId, validFrom, validTo, reviewOn, areaId: area },
    ...{ wordings: wordings.join('\n'), ownerPerson: entry.person },
    ownerUnit: { id: entry.unit.id, name: entry.unit.shortName },
  };
  return (
    <ActionDialog
      title={`${t('change')} · ${entry.number}`}
      ok={t('change')}
      width={WIDTH}
      initial={initial}
      route={knowledgeApi.write}
      args={(values: Values, id) => ({
        params: { id: entry.id },
        body: { id, version: entry.version, ...bodyOf(values) },
      })}
      done={() => t('changed1')}
      changes={changes}
      onClose={onClose}
    >
      <Fields />
    </ActionDialog>
  );
}
