/** Causes and measures of the demo: two problems of one kind share theirs, a third is small. All words are made up. */
import { addCause, judgeCause, withdrawCause } from '#cause/cause.actions.ts';
import type { CauseKind, Side } from '#cause/cause.ts';
import { kinds } from '#cause/cause.ts';
import { weighCause } from '#cause/evidence.actions.ts';
import { judgeMeasure, pairMeasures, proposeMeasure } from '#cause/measure.actions.ts';
import { linkCause, mergeCause } from '#cause/tree.actions.ts';
import { crews } from '#demo/cast.ts';
import type { Act, Cast } from '#demo/make.ts';
import type { Random } from '#demo/random.ts';
import type { Burst } from '#demo/signals.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';

type Found = 'confirmed' | 'refuted';
/** What became of one that did not stay: into which other it was merged, or nothing of it was left. */
type Gone = { into: string } | 'withdrawn';

/** A cause in few words: its kind, what it says, what was found, evidence, and what hangs below it. */
export type DemoCause = {
  key: string;
  kind: CauseKind;
  words: string;
  found?: [Found, string];
  evidence?: [Side, string][];
  gone?: Gone;
  below?: DemoCause[];
};
type DemoMeasure = {
  key: string;
  layer: 'operational' | 'organisational';
  words: string;
  on: string[];
  adopted?: boolean;
};
/** What is found of one problem: causes in their tree, measures on them, pairs of measures of the two layers. */
export type Traced = {
  causes: DemoCause[];
  measures: DemoMeasure[];
  pairs: [string, string][];
};
type DemoTree = Traced & { title: string; unit: keyof typeof crews };

const trees: DemoTree[] = [
  {
    title: '占道经营、油烟扰民',
    unit: 'urban',
    causes: [
      {
        key: 'patrol',
        kind: 'process',
        words: '夜间巡查只到九点，摊贩九点半以后才出摊',
        found: ['confirmed', '对过三个月的巡查记录和来电时间，九点半后没有一次到场。'],
        evidence: [
          ['for', '来电多数在 21:30 之后。'],
          ['for', '巡查车行车记录最晚 21:10 回场。'],
        ],
        below: [
          {
            key: 'duty',
            kind: 'responsibility',
            words: '夜班带班责任没有落到具体党员干部',
            found: ['confirmed', '排班表只写科室，不写姓名；问了六个人，说法不一。'],
            evidence: [['for', '排班表无人签字。']],
            below: [
              {
                key: 'shy',
                kind: 'conduct',
                words: '遇到熟人摊位先打招呼，不愿碰硬',
                evidence: [
                  ['for', '两次到场只作口头提醒。'],
                  ['against', '今年已按规定暂扣三次。'],
                ],
              },
            ],
          },
          {
            key: 'crew',
            kind: 'resource',
            words: '夜班只有两人一车，要管三个街道',
            evidence: [['for', '编制八人，两人长期借调。']],
          },
        ],
      },
      {
        key: 'permit',
        kind: 'rule',
        words: '哪里可以摆、摆到几点，没有划定也没有公示',
        evidence: [['for', '现场没有划线，也没有告示牌。']],
        below: [{ key: 'systems', kind: 'mechanism', words: '街道、市场监管与城管没有一起定疏导点的机制' }],
      },
      {
        key: 'meter',
        kind: 'facility',
        words: '附近餐馆的油烟净化器没有开',
        found: ['refuted', '三次突击检查，净化器都在运行，排放合格。'],
        evidence: [['against', '检查记录三份。']],
      },
    ],
    measures: [
      {
        key: 'late',
        layer: 'operational',
        words: '巡查延到二十三点半，高峰路口定点值守',
        on: ['patrol', 'crew'],
        adopted: true,
      },
      {
        key: 'named',
        layer: 'organisational',
        words: '党员干部夜班带班，姓名上墙、当面交接',
        on: ['duty'],
        adopted: true,
      },
      { key: 'board', layer: 'operational', words: '划定疏导点和时段，立牌公示电话', on: ['permit'] },
    ],
    pairs: [['late', 'named']],
  },
  {
    title: '水压不足、经常停水',
    unit: 'water',
    causes: [
      { key: 'pipe', kind: 'facility', words: '支管锈蚀，口径不足', evidence: [['for', '开挖一处，管径只剩一半。']] },
      { key: 'notice', kind: 'purpose', words: '停水通知只贴在泵房，没有站在住户一边想' },
    ],
    measures: [],
    pairs: [],
  },
];

/** What the problems are about that the demo traces. */
export const tracedTitles: readonly string[] = trees.map((tree) => tree.title);

/** What is being traced at the end of the demo: after its problems have been made and before the last hour. */
export function planCauses(cast: Cast, bursts: Burst[], random: Random, end: Date): Act[] {
  const own = bursts.flatMap(({ problem }) => problem ?? []);
  return trees.map((tree) => ({
    at: new Date(end.getTime() - 90 * 60_000),
    run: async (tx) => {
      const head = (await loadActor(tx, cast.people.get(crews[tree.unit]!.head)!))!;
      const [first, second] = await tracedProblems(tx, own, tree.title);
      if (first) await trace(tx, head, first, second, tree, random);
    },
  }));
}

async function tracedProblems(tx: Tx, own: string[], title: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('problem')
    .select('id')
    .where('id', 'in', own)
    .where('title', 'like', `%${title}`)
    .where('state', 'in', ['given', 'working', 'handled', 'verified'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('problem_cause').select('id').whereRef('problem_id', '=', 'problem.id'))),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => row.id);
}

/** The first root serves the second problem of the kind as well; @returns the measures adopted. */
export async function trace(
  tx: Tx,
  head: Actor,
  first: string,
  second: string | undefined,
  tree: Traced,
  random: Random,
): Promise<string[]> {
  const ids = new Map<string, string>();
  const versionOf = async (table: 'cause' | 'measure', id: string) =>
    (await tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;
  const onCause = async (id: string) => ({ id: random.id(tx.now), version: await versionOf('cause', id) });
  const onMeasure = async (id: string) => ({ id: random.id(tx.now), version: await versionOf('measure', id) });

  let made = 0;
  async function add({ key, kind, words, evidence = [], found, gone, below = [] }: DemoCause, parentId: string | null) {
    // In one instant the id decides which stands first.
    const id = random.id(new Date(tx.now.getTime() + made++));
    ids.set(key, id);
    await addCause(tx, head, first, { id, layer: kinds[kind].layer, kind, words, parentId });
    for (const [side, said] of evidence)
      await weighCause(tx, head, id, { ...(await onCause(id)), side, words: said, file: null });
    if (found) await judgeCause(tx, head, id, { ...(await onCause(id)), finding: found[0], words: found[1] });
    for (const one of below) await add(one, id);
    if (gone === 'withdrawn') await withdrawCause(tx, head, id, await onCause(id));
    else if (gone)
      await mergeCause(tx, head, id, { ...(await onCause(id)), into: ids.get(gone.into)!, reason: '说的是一件事' });
  }
  for (const cause of tree.causes) await add(cause, null);

  for (const { key, layer, words, on, adopted } of tree.measures) {
    const id = random.id(tx.now);
    ids.set(key, id);
    await proposeMeasure(tx, head, first, { id, layer, words, causes: on.map((one) => ids.get(one)!) });
    if (adopted === undefined) continue;
    const finding = adopted
      ? ({ finding: 'adopted', words: '局长办公会同意。' } as const)
      : ({ finding: 'dropped', words: '成本高，暂不采用。' } as const);
    await judgeMeasure(tx, head, id, { ...(await onMeasure(id)), ...finding });
  }
  for (const [one, other] of tree.pairs) {
    const id = ids.get(one)!;
    await pairMeasures(tx, head, id, { ...(await onMeasure(id)), withId: ids.get(other)!, together: true });
  }
  const root = ids.get(tree.causes[0]!.key)!;
  if (second) await linkCause(tx, head, root, { ...(await onCause(root)), problemId: second, reason: '同一原因' });
  return tree.measures.flatMap(({ key, adopted }) => (adopted ? ids.get(key)! : []));
}
