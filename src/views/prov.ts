/** The source line as W3C PROV: what each kind of node and edge is called there. Source: PROV-DM and PROV-JSON (W3C, 2013). */
import type { Edge, SourceLine } from '#views/source-line.api.ts';

/**
 * How each kind of edge reads in PROV. Things are entities, decisions are activities, persons are agents. `later` says which
 * end came out of the other: most edges point onward, so the end came from the beginning.
 */
export const provOf = {
  gathered: { relation: 'wasDerivedFrom', activity: 'gathering' },
  absorbed: { relation: 'wasDerivedFrom', activity: 'merging' },
  traced: { relation: 'wasDerivedFrom', activity: 'tracing' },
  under: { relation: 'wasDerivedFrom', activity: 'tracing' },
  answered: { relation: 'wasDerivedFrom', activity: 'proposing' },
  together: { relation: 'wasInfluencedBy', activity: 'pairing' },
  chartered: { relation: 'wasDerivedFrom', activity: 'chartering' },
  given: { relation: 'wasDerivedFrom', activity: 'giving' },
  accepted: { relation: 'wasDerivedFrom', activity: 'accepting' },
  aimed: { relation: 'wasInfluencedBy', activity: 'aiming' },
  shown: { relation: 'wasInfluencedBy', activity: 'closing' },
} as const satisfies Record<Edge['kind'], { relation: 'wasDerivedFrom' | 'wasInfluencedBy'; activity: string }>;

type Attributes = { [name: string]: string | number | Attributes };
type Relations = Record<keyof typeof empty, Record<string, Attributes>>;
type Document = Partial<Relations> & { prefix: Record<string, string>; entity: Record<string, Attributes> };

const empty = {
  activity: {},
  agent: {},
  wasDerivedFrom: {},
  wasInfluencedBy: {},
  wasAssociatedWith: {},
  wasGeneratedBy: {},
  hadMember: {},
};

const typed = (value: string) => ({ $: value, type: 'xsd:dateTime' });
const name = (id: string) => `suyuan:${id.replace(':', '-')}`;

/** PROV-JSON: entities, activities and agents by name, and the relations between them. */
export function provDocument(line: SourceLine, prefix: string): Document {
  const entity: Record<string, Attributes> = {};
  const add = (id: string, type: string, label: string) => {
    entity[name(id)] = { 'prov:type': `suyuan:${type}`, 'prov:label': label };
  };
  for (const fold of line.signals) add(`signals:${fold.problemId}`, 'signals', `${fold.count} 条线索`);
  for (const one of line.allSignals ?? []) add(one.id, 'signal', one.number);
  for (const one of line.problems) add(one.id, 'problem', `${one.number} ${one.title}`);
  for (const one of line.causes) add(one.id, 'cause', one.words);
  for (const one of line.measures) add(one.id, 'measure', one.words);
  for (const one of line.projects) add(one.id, 'project', `${one.number} ${one.title}`);
  for (const one of line.tasks) {
    add(one.id, 'task', `${one.number} ${one.title}`);
    for (const hand of one.evidence) add(hand.id, 'evidence', hand.words);
  }
  for (const one of line.acceptances) add(one.id, 'acceptance', `${one.heldOn} ${one.result}`);
  for (const one of line.goals) {
    add(one.id, 'goal', `${one.indicator.name} ${one.baseline} → ${one.target} ${one.indicator.unitWords}`);
    for (const reading of one.readings) add(reading.id, 'reading', `${reading.from}/${reading.to}: ${reading.value}`);
  }
  return {
    prefix: { suyuan: prefix, xsd: 'http://www.w3.org/2001/XMLSchema#' },
    entity,
    ...relations(line),
  };
}

function relations(line: SourceLine): Relations {
  const made: Relations = structuredClone(empty);
  const put = (kind: keyof Relations, row: Attributes) => {
    made[kind][`_:${kind}${Object.keys(made[kind]).length + 1}`] = row;
  };
  const agent = (by: { id: string; name: string } | null) => {
    if (!by) return undefined;
    made.agent[name(by.id)] = { 'prov:type': 'prov:Person', 'prov:label': by.name };
    return name(by.id);
  };
  const activity = (of: string, at: string, by: { id: string; name: string } | null, why: string | null) => {
    const id = `_:decision${Object.keys(made.activity).length + 1}`;
    made.activity[id] = {
      'prov:type': `suyuan:${of}`,
      'prov:startTime': typed(at),
      ...(why && { 'suyuan:why': why }),
    };
    const person = agent(by);
    if (person) put('wasAssociatedWith', { 'prov:activity': id, 'prov:agent': person });
    return id;
  };
  for (const edge of line.edges) {
    const { relation, activity: of } = provOf[edge.kind];
    const done = activity(of, edge.at, edge.by, edge.why);
    const ends = { to: name(edge.to), from: name(edge.from) };
    if (relation === 'wasInfluencedBy') put(relation, { 'prov:influencee': ends.to, 'prov:influencer': ends.from });
    else {
      const row: Attributes = { 'prov:generatedEntity': ends.to, 'prov:usedEntity': ends.from, 'prov:activity': done };
      if (edge.count !== undefined) row['suyuan:count'] = edge.count;
      put(relation, row);
    }
  }
  for (const { problemId, id } of line.allSignals ?? [])
    put('hadMember', { 'prov:collection': name(`signals:${problemId}`), 'prov:entity': name(id) });
  for (const task of line.tasks)
    for (const hand of task.evidence) {
      const done = activity('handing-in', hand.at, hand.by, hand.words);
      put('wasGeneratedBy', { 'prov:entity': name(hand.id), 'prov:activity': done });
      put('wasDerivedFrom', {
        'prov:generatedEntity': name(hand.id),
        'prov:usedEntity': name(task.id),
        'prov:activity': done,
      });
    }
  for (const goal of line.goals)
    for (const reading of goal.readings)
      put('wasInfluencedBy', { 'prov:influencee': name(goal.id), 'prov:influencer': name(reading.id) });
  return made;
}
