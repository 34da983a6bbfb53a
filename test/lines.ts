/** Source lines of the tests, of three lengths: one signal and nothing more, a whole line, and one of a thousand signals. */
import { newId } from '#platform/ids.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';
import type { TestCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';
import { stepsOf } from '#test/steps.ts';

const DAY_MS = 86_400_000;
const sayings = [
  '夜市烧烤摊位一直营业到凌晨两点，音响声很大，孩子第二天要上学，全家睡不着',
  '河滨路夜市油烟直接排到居民楼里，晚上不敢开窗',
  '每天半夜都有人在楼下喝酒唱歌，打过三次电话也没有人来管',
  '夜市收摊以后满地垃圾，清早都是异味',
  '摊位把人行道全占了，晚上回家只能走机动车道',
];
const causeWords = [
  ['operational', 'process', '夜间巡查只到十点，十点以后的投诉要到第二天才有人处理'],
  ['operational', 'facility', '摊位没有划线，也没有隔音和油烟净化设施'],
  ['organisational', 'responsibility', '值班责任没有落实到人，轮值表无人核对'],
  ['organisational', 'mechanism', '城管、市场监管、街道三家没有联合执法机制'],
  ['operational', 'rule', '夜市准入没有噪音与收摊时间的约定'],
] as const;

export function linesOf(story: TestCity) {
  const { call, world, city, tx, actor, pass } = story;
  const { ok, signal, problem } = stepsOf(story);
  const { done, read, file, charterOf, indicator, reach, passing } = projectsOf(story);

  const assigned = async (signals: string[], title: string) => {
    const id = await problem(signals, title);
    const assignment = { id: newId(), version: 1, unitId: world.units.urban, role: 'lead' };
    await ok('dispatcher', 'POST', `/problems/${id}/assignments`, assignment);
    return id;
  };
  const small = async () => assigned([await signal('路灯不亮，夜里走路看不清')], '望湖路 12 号路灯不亮');

  /** So many signals of eight months, all at once. */
  async function many(count: number): Promise<string[]> {
    const now = city.clock.now().getTime();
    const arrivals = Array.from({ length: count }, (_, i): Arrival => {
      const id = newId();
      const rest = {
        ...{
          channelId: world.channel,
          sourceNumber: `N${i}`,
          matter: 'complaint' as const,
          urgency: 'normal' as const,
        },
        ...{
          secret: false,
          wantsReply: false,
          title: null,
          words: sayings[i % 5]!,
          place: null,
        },
        ...{ areaId: null, category: null, extra: {}, saidAt: null, disposition: null },
        reporter: { name: '', phone: `138${String(i).padStart(8, '0')}`, idNumber: '', address: '' },
        receivedAt: new Date(now - Math.floor((1 - Math.sqrt((i + 1) / count)) * 240) * DAY_MS - 3_600_000),
      };
      return { ...rest, id, sourceKey: sourceKeys.id(id), rowHash: contentHash(city.keys, rest), importId: null };
    });
    const person = await actor('dispatcher');
    await tx((own) => arrive(own, person, arrivals));
    return arrivals.map(({ id }) => id);
  }

  /** Causes one below another at every third, measures answering them, every second pair carried out together. */
  async function traced(problemId: string, causes: number, measures: number) {
    const causeIds: string[] = [];
    for (let i = 0; i < causes; i++) {
      const [layer, kind, said] = causeWords[i % causeWords.length]!;
      const id = newId();
      const parentId = i % 3 === 0 ? null : causeIds[causeIds.length - 1]!;
      const words = i < causeWords.length ? said : `${said}（${i + 1}）`;
      await ok('clerk', 'POST', `/problems/${problemId}/causes`, { id, parentId, layer, kind, words });
      causeIds.push(id);
    }
    await ok('head', 'POST', `/causes/${causeIds[0]}/findings`, {
      ...{ id: newId(), version: 1, finding: 'confirmed', words: '查了三个月的值班表' },
    });
    const measureIds: string[] = [];
    for (let i = 0; i < measures; i++) {
      const id = newId();
      const layer = i % 2 === 0 ? 'operational' : 'organisational';
      const words =
        i % 2 === 0 ? `夜间巡查延到凌晨两点，第 ${i + 1} 片区` : `党员值班责任公示到岗到人，第 ${i + 1} 片区`;
      const answered = [causeIds[i % causes]!, causeIds[(i * 2) % causes]!];
      await ok('clerk', 'POST', `/problems/${problemId}/measures`, {
        id,
        layer,
        words,
        causes: [...new Set(answered)],
      });
      if (i % 4 === 1)
        await ok('clerk', 'POST', `/measures/${id}/pairings`, {
          ...{ id: newId(), version: 1, withId: measureIds[i - 1], together: true },
        });
      measureIds.push(id);
    }
    return { causeIds, measureIds };
  }

  async function chartered(problemId: string, measures: string[], title: string) {
    const indicatorId = await indicator(`${title}月工单量`);
    const projectId = newId();
    await ok('clerk', 'POST', '/projects', {
      ...{ id: newId(), projectId, title, level: 'branch', unitId: world.units.urban, problems: [problemId] },
    });
    const charter = charterOf(problemId, indicatorId, { measures, title });
    await done('clerk', projectId, 'charter', { charter });
    await done('clerk', projectId, 'proposals');
    await done('office', projectId, 'charters', { chartered: true, words: '切口小，有难度，同意立项' });
    return { projectId, indicatorId, charter };
  }

  async function tasked(problemId: string, projectId: string, measureIds: string[], count: number, finished: number) {
    for (let i = 0; i < count; i++) {
      const taskId = newId();
      const { version } = await ok('head', 'GET', `/problems/${problemId}`);
      await ok('head', 'POST', `/problems/${problemId}/tasks`, {
        ...{
          id: newId(),
          version,
          taskId,
          title: `第 ${i + 1} 片区：装隔音板并划摊位线`,
          words: '沿街三家',
          projectId,
        },
        ...{ measureId: measureIds[i % measureIds.length] },
        ...{ assigneeId: world.people.official, reviewerId: world.people.clerk },
      });
      if (i >= finished) continue;
      await call('official', 'POST', `/tasks/${taskId}/acceptances`, { id: newId(), version: 1 });
      await call('official', 'POST', `/tasks/${taskId}/hand-ins`, {
        ...{ id: newId(), version: 2, words: '都装好了', files: [await file(`照片 ${i}`)] },
      });
      await call('clerk', 'POST', `/tasks/${taskId}/reviews`, {
        id: newId(),
        version: 3,
        passed: true,
        words: '到现场看过',
      });
    }
  }

  /** A whole line, from twelve signals to the readings on which the project was closed. */
  async function whole() {
    const problemId = await assigned(await many(12), '河滨路夜市噪音、油烟扰民');
    const { causeIds, measureIds } = await traced(problemId, 4, 3);
    const made = await chartered(problemId, measureIds.slice(0, 2), '河滨路夜市整治');
    for (const [month, value] of [41, 45, 52, 47, 48, 46].entries())
      await read(
        made.indicatorId,
        `2025-${String(month + 7).padStart(2, '0')}-01`,
        `2025-${month + 7}-30`.replace(/-(\d)-/, '-0$1-'),
        value,
      );
    await tasked(problemId, made.projectId, measureIds.slice(0, 2), 3, 3);
    for (const { id } of made.charter.milestones) await reach(made.projectId, id);
    await done('head', made.projectId, 'presentations', { words: '请验收' });
    const rated = { heldOn: '2026-03-12', asked: 40, approving: 37 };
    await done('office', made.projectId, 'acceptances', { ...passing, ...rated });
    pass({ days: 60 });
    await read(made.indicatorId, '2026-04-01', '2026-04-30', 18);
    await done('office', made.projectId, 'closings', { words: '四月 18 件，比基线少六成' });
    return { problemId, causeIds, measureIds, ...made };
  }

  /** More than anybody draws by hand: a thousand signals, three projects, many causes, measures and tasks. */
  async function large({ signals = 1_000, causes = 24, measures = 16, tasks = 12 } = {}) {
    const problemId = await assigned(await many(signals), '全市夜市与占道经营集中的街区噪音、油烟、占道问题反复发生');
    const { measureIds } = await traced(problemId, causes, measures);
    const projects = [];
    for (const [i, title] of ['河滨路夜市整治', '学府街占道经营治理', '解放路夜间联合执法'].entries()) {
      const own = measureIds.filter((_, n) => n % 3 === i);
      const made = await chartered(problemId, own, title);
      await tasked(problemId, made.projectId, own, tasks - 4 * i, tasks - 4 * i - 1);
      projects.push(made.projectId);
    }
    return { problemId, projects };
  }
  return { small, whole, large, many, assigned };
}
