/** Ten projects of the demo, one at each stage: two closed on readings, of which one helped and one did not. All made up. */
import { crews } from '#demo/cast.ts';
import type { Act, Cast } from '#demo/make.ts';
import { type DemoProject, type Move, planProject } from '#demo/project-acts.ts';
import { projectCauses } from '#demo/project-causes.ts';
import type { Random } from '#demo/random.ts';
import type { Burst } from '#demo/signals.ts';

const chartered = (on: number): Move[] => [
  { on: on + 2, does: 'propose', words: '请审批。' },
  { on, does: 'charter', words: '切口小、能数得清，同意立项。' },
];
const reached = (on: number, milestone: number, words: string): Move[] => [
  { on: on + 1, does: 'report', milestone, words },
  { on, does: 'acknowledge', passed: true, words: '台账与现场一致。' },
];

type Frame = Pick<DemoProject, 'drafted' | 'starts' | 'ends' | 'moves'> & { due: [number, number, number] };

/** Oldest first: each takes the next of the cast's problems. */
const frames: Frame[] = [
  {
    ...{ drafted: 79, starts: 75, ends: 44, due: [66, 55, 46] },
    moves: [
      ...chartered(75),
      { on: 73, does: 'read', from: 104, to: 75, value: 46, source: '热线月报和夜巡记录' },
      { on: 71, does: 'meet', topic: '首次调度', minutes: '先摸清点位，再定人定时；每周五碰一次。' },
      ...reached(66, 0, '点位摸清，共二十三处，逐一登记。'),
      { on: 58, does: 'report', milestone: 1, words: '整改过半。' },
      { on: 57, does: 'acknowledge', passed: false, words: '还缺六处的照片，补齐再报。' },
      ...reached(54, 1, '照片补齐，二十三处全部整改。'),
      ...reached(46, 2, '夜间值守排到年底，名字上墙。'),
      { on: 44, does: 'read', from: 74, to: 45, value: 31, source: '热线月报和夜巡记录' },
      { on: 43, does: 'present', words: '三个节点都已达到，请验收。' },
      { on: 40, does: 'accept', words: '现场看了八处，居民认可，公开打分。', score: 92, asked: 40, approving: 37 },
      { on: 6, does: 'read', from: 36, to: 7, value: 14, source: '热线月报和夜巡记录' },
      { on: 5, does: 'close', words: '从四十六降到十四，优于目标二十；值守转为常态。' },
    ],
  },
  {
    ...{ drafted: 76, starts: 72, ends: 40, due: [62, 52, 42] },
    moves: [
      ...chartered(72),
      { on: 70, does: 'read', from: 101, to: 72, value: 38, source: '巡查记录' },
      ...reached(63, 0, '台账建好。'),
      ...reached(52, 1, '换了两批配件。'),
      ...reached(42, 2, '复查一遍。'),
      { on: 41, does: 'read', from: 71, to: 42, value: 35, source: '巡查记录' },
      { on: 39, does: 'present', words: '节点已完成，请验收。' },
      { on: 36, does: 'accept', words: '该做的都做了，效果还要看后面一个月。', score: 76, asked: 30, approving: 19 },
      { on: 4, does: 'read', from: 32, to: 5, value: 37, source: '巡查记录' },
      {
        on: 3,
        does: 'close',
        words: '三十八到三十七，没有达到目标二十。配件换了，根子在管理上没有动；另立课题，不算成功。',
      },
    ],
  },
  {
    ...{ drafted: 66, starts: 62, ends: 14, due: [50, 35, 18] },
    moves: [
      ...chartered(62),
      ...reached(51, 0, '责任段划完。'),
      { on: 40, does: 'move', milestone: 1, to: 28, words: '材料到货晚了一周', granted: '情况属实，下不为例。' },
      ...reached(29, 1, '现场完工，夜里试了三次。'),
      ...reached(18, 2, '移交养护单位。'),
      { on: 13, does: 'present', words: '请验收。' },
      { on: 9, does: 'accept', words: '现场合格；等一个月的读数再结项。', score: 88, asked: 25, approving: 22 },
    ],
  },
  {
    ...{ drafted: 56, starts: 52, ends: 5, due: [40, 25, 8] },
    moves: [
      ...chartered(52),
      ...reached(41, 0, '排查完。'),
      ...reached(26, 1, '整改完。'),
      ...reached(7, 2, '回访完。'),
      { on: 3, does: 'present', words: '三个节点已达到，请组织验收。' },
    ],
  },
  {
    ...{ drafted: 50, starts: 46, ends: -20, due: [30, 10, -15] },
    moves: [
      ...chartered(46),
      ...reached(33, 0, '方案定稿。'),
      { on: 20, does: 'drop', words: '市里统一更换计划已覆盖此处，不再单独立项。' },
    ],
  },
  {
    ...{ drafted: 44, starts: 40, ends: -40, due: [25, -14, -35] },
    moves: [
      ...chartered(40),
      { on: 33, does: 'meet', topic: '现场会', minutes: '三家单位到场，各领一段。' },
      ...reached(26, 0, '基线数据补齐。'),
      { on: 9, does: 'report', milestone: null, words: '第二节点按计划推进，设备已下单。' },
      { on: 8, does: 'acknowledge', passed: true, words: '收到。' },
    ],
  },
  {
    ...{ drafted: 40, starts: 36, ends: -30, due: [20, -3, -25] },
    moves: [...chartered(36), ...reached(21, 0, '沿线走访三遍。')],
  },
  {
    ...{ drafted: 38, starts: 34, ends: -25, due: [18, 4, -20] },
    moves: [
      ...chartered(34),
      ...reached(17, 0, '清单出来了，比预想多一倍。'),
      { on: 1, does: 'report', milestone: 1, words: '整改提前完成，请审核。' },
    ],
  },
  {
    ...{ drafted: 6, starts: -5, ends: -90, due: [-30, -60, -85] },
    moves: [{ on: 3, does: 'propose', words: '请工委审批。' }],
  },
  { ...{ drafted: 2, starts: -10, ends: -100, due: [-40, -70, -95] }, moves: [] },
];

const subjects: Record<
  keyof typeof crews,
  { effect: string; indicator: string; unitWords: string; milestones: [string, string][] }
> = {
  urban: {
    ...{ effect: '晚上十点以后安静、路通', indicator: '夜间投诉点位', unitWords: '处/月' },
    milestones: [
      ['点位摸清', '点位台账'],
      ['逐处整改', '整改前后照片'],
      ['值守常态', '排班表'],
    ],
  },
  water: {
    ...{ effect: '停水少、积水退得快', indicator: '停水与积水次数', unitWords: '次/月' },
    milestones: [
      ['管段查清', '内窥检测记录'],
      ['薄弱段处理', '施工影像'],
      ['抢修到场提速', '调度记录'],
    ],
  },
  housing: {
    ...{ effect: '电梯不困人，修了不再坏', indicator: '电梯困人与停运', unitWords: '次/月' },
    milestones: [
      ['逐台体检', '检验记录'],
      ['更换易损件', '更换清单'],
      ['维保公示', '公示照片'],
    ],
  },
  traffic: {
    ...{ effect: '车来得准，收费看得见', indicator: '候车超时与收费投诉', unitWords: '件/月' },
    milestones: [
      ['跟车调查', '调查表'],
      ['班次与标价调整', '新时刻表和价目牌'],
      ['满意度回访', '回访记录'],
    ],
  },
};

/** On the cast's own problems, oldest first; the head of the unit leads, the head of another reviews, the office charters. */
export function planProjects(cast: Cast, bursts: Burst[], random: Random, end: Date): Act[] {
  const person = (key: string) => cast.people.get(key)!;
  const chosen = bursts.filter((burst) => burst.problem && burst.made);
  return frames.flatMap(({ due, ...frame }, i) => {
    const burst = chosen[i];
    if (!burst) return [];
    const { unit } = burst.matter;
    const { head, doer } = crews[unit]!;
    const subject = subjects[unit]!;
    const project: DemoProject = {
      ...frame,
      title: `${burst.title}专项整治`,
      level: (['branch', 'committee', 'group'] as const)[i % 3]!,
      background: `${burst.place}的问题反复出现，${burst.signals.length} 件来电说的是同一件事，单件处理治标不治本。`,
      effect: subject.effect,
      method: '比较整治前后各三十天的数，口径不变。',
      indicator: {
        ...{ name: `${burst.place}${subject.indicator}`, unitWords: subject.unitWords, direction: 'lower', digits: 0 },
        ...{ numerator: '三十天内发生的次数', source: '巡查记录与热线月报' },
      },
      goal: {
        baseline: i === 1 ? 38 : 46,
        baselineOn: frame.starts + 1,
        baselineSource: '立项前三十天',
        target: 20,
        targetOn: Math.min(frame.ends - 10, frame.starts - 20),
      },
      traced: projectCauses[unit]!,
      milestones: subject.milestones.map(([title, evidence], n) => ({ title, evidence, due: due[n]! })),
    };
    const reviewer = head === 'water-head' ? 'head' : 'water-head';
    const who = { problem: burst.problem!, unit: cast.units.get(unit)!, lead: person(head), doer: person(doer) };
    return planProject(
      project,
      { ...who, reviewer: person(reviewer), office: person('office') },
      random,
      end,
      burst.made!,
    );
  });
}
