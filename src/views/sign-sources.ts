/** What only a head can sign, kind by kind, in the order in which it is shown: another kind is one line more. */
import { causesToConfirm, measuresToAdopt, type ToSign } from '#cause/to-sign.store.ts';
import type { Actor } from '#people/actor.ts';
import { delegationsOf } from '#people/delegation.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import { type ChangeKind, changeKinds } from '#project/change.ts';
import { changesToDecide, type ProjectToSign, projectsIn, reportsToAcknowledge } from '#project/to-sign.store.ts';
import type { SignItem } from '#views/overview.api.ts';

export type Signable = { items: SignItem[]; count: number };

export type SignSource = {
  kind: SignItem['kind'];
  said: Said;
  find: (tx: Tx, actor: Actor, limit: number) => Promise<Signable>;
};

export const signSources: readonly SignSource[] = [
  { kind: 'cause', said: { zh: '原因待核实', en: 'Causes to confirm' }, find: asSignable(causesToConfirm, 'cause') },
  {
    kind: 'measure',
    said: { zh: '措施待采纳', en: 'Measures to adopt' },
    find: asSignable(measuresToAdopt, 'measure'),
  },
  { kind: 'charter', said: { zh: '项目待立项', en: 'Projects to charter' }, find: inState('proposed', 'charter') },
  { kind: 'change', said: { zh: '变更待审批', en: 'Changes to decide' }, find: changes },
  { kind: 'report', said: { zh: '进展待审核', en: 'Reports to acknowledge' }, find: reports },
  {
    kind: 'acceptance',
    said: { zh: '项目待验收', en: 'Projects to accept' },
    find: inState('presented', 'acceptance'),
  },
  { kind: 'closing', said: { zh: '项目待结项', en: 'Projects to close' }, find: inState('accepted', 'closing') },
  { kind: 'delegation', said: { zh: '别人代您办理', en: 'Who acts for you' }, find: delegationsGiven },
];

function inState(state: 'proposed' | 'presented' | 'accepted', kind: SignItem['kind']): SignSource['find'] {
  return async (tx, actor, limit) =>
    cut(await projectsIn(tx, actor, state), limit, (one) => ({ ...aboutProject(one), kind }));
}

async function changes(tx: Tx, actor: Actor, limit: number): Promise<Signable> {
  return cut(await changesToDecide(tx, actor), limit, (one) => ({
    ...aboutProject(one),
    kind: 'change',
    notes: [changeKinds[one.kind as ChangeKind]],
  }));
}

async function reports(tx: Tx, actor: Actor, limit: number): Promise<Signable> {
  return cut(await reportsToAcknowledge(tx, actor), limit, (one) => ({
    ...aboutProject(one),
    kind: 'report',
    notes: one.milestone ? [{ zh: `节点：${one.milestone}`, en: `Milestone: ${one.milestone}` }] : [],
  }));
}

const cut = <T>(found: T[], limit: number, show: (one: T) => SignItem): Signable => ({
  items: found.slice(0, limit).map(show),
  count: found.length,
});

const aboutProject = ({ id, project, version, words, by, at, lead }: ProjectToSign) => ({
  ...{ id, project: project.id, version, words, by, at: at.toISOString(), layer: null },
  notes: lead ? [{ zh: `领办人：${lead.name}`, en: `Lead: ${lead.name}` }] : [],
  on: { path: `/projects/${project.id}`, number: project.number, title: project.title },
});

type Find = (tx: Tx, actor: Actor, limit: number) => Promise<ToSign[]>;

function asSignable(find: Find, kind: 'cause' | 'measure'): SignSource['find'] {
  return async (tx, actor, limit) => {
    const found = await find(tx, actor, limit);
    const items = found.map(({ id, version, words, layer, problem, by, at, for: pro, against, answers }) => ({
      ...{ kind, id, project: null, version, words, layer, by, at: at.toISOString() },
      notes:
        kind === 'cause'
          ? [{ zh: `佐证：支持 ${pro}，反对 ${against}`, en: `Evidence: ${pro} for, ${against} against` }]
          : answers.map((cause) => ({ zh: `针对：${cause}`, en: `Answers: ${cause}` })),
      on: { path: `/problems/${problem.id}/causes`, number: problem.number, title: problem.title },
    }));
    return { items, count: found[0]?.total ?? 0 };
  };
}

/** Signed already, and taken back by the same hand: they say who signs in one's name now. */
async function delegationsGiven(tx: Tx, actor: Actor, limit: number): Promise<Signable> {
  const mine = (await delegationsOf(tx, [actor.id!])).filter((one) => one.from_person_id === actor.id);
  const items = mine.slice(0, limit).map((one) => ({
    ...{
      kind: 'delegation' as const,
      id: one.id,
      version: 1,
      words: one.reason,
      notes: [],
      layer: null,
      on: null,
      project: null,
    },
    by: { id: one.to_person_id, name: one.to_name },
    at: one.valid_to.toISOString(),
  }));
  return { items, count: mine.length };
}
