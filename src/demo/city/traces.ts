/** What the great matters were traced to: causes of both layers, evidence on either side, measures; by the real verbs. */

import { type Traced, trace } from '#demo/causes.ts';
import type { Affair } from '#demo/city/affairs.ts';
import type { Past } from '#demo/city/past.ts';
import type { ProblemLife } from '#demo/city/problem-life.ts';
import { type Life, office } from '#demo/city/take.ts';
import type { Cast } from '#demo/make.ts';
import { loadActor } from '#people/actor.store.ts';

/** After the category of the matter; what has none of its own is traced by the last. */
const byCategory: Record<string, Traced> = {
  供热: {
    causes: [
      {
        ...{ key: 'balance', kind: 'facility', words: '末端换热站没有调平，近处过热、远处不热' },
        found: ['confirmed', '三处换热站的回水温度差到十一度。'],
        evidence: [
          ['for', '近端住户开窗散热，远端不到十六度。'],
          ['for', '调节阀锈死，五年没有动过。'],
        ],
        below: [
          {
            key: 'summer',
            kind: 'responsibility',
            words: '夏季检修只报数字，没有人逐站签字',
            evidence: [['for', '检修单上同一个人签了二十一个站。']],
            found: ['confirmed', '调阅检修单并问了四名班长。'],
          },
          {
            key: 'heard',
            kind: 'conduct',
            words: '客服登记后不回访，觉得开春就好了',
            evidence: [
              ['for', '抽查四十件，回访六件。'],
              ['against', '客服一班只有三个人。'],
            ],
          },
        ],
      },
      {
        key: 'pipe',
        kind: 'facility',
        words: '老旧支管管径不足',
        evidence: [['against', '换过新管的两栋同样不热。']],
        found: ['refuted', '同管径的对照楼室温达标。'],
      },
    ],
    measures: [
      {
        key: 'tune',
        layer: 'operational',
        words: '换掉锈死的阀门，逐站调平，测温公示',
        on: ['balance'],
        adopted: true,
      },
      {
        key: 'sign',
        layer: 'organisational',
        words: '检修由站长党员一站一签，支部抽查',
        on: ['summer'],
        adopted: true,
      },
      { key: 'big', layer: 'operational', words: '整体更换支管', on: ['balance'], adopted: false },
    ],
    pairs: [['tune', 'sign']],
  },
  房地产: {
    causes: [
      {
        ...{ key: 'money', kind: 'rule', words: '预售资金监管只看节点照片，没有到账核对' },
        found: ['confirmed', '监管账户流水与节点对不上，差额已列清单。'],
        evidence: [['for', '两次拨款的节点照片是同一层。']],
        below: [
          {
            key: 'eyes',
            kind: 'responsibility',
            words: '监管、质监、街道各看一段，没有人看全程',
            evidence: [['for', '三家台账对同一栋楼的进度写了三个数。']],
          },
          {
            key: 'soft',
            kind: 'conduct',
            words: '怕影响招商，对企业的承诺信多查少',
            evidence: [
              ['for', '四次约谈都没有留下期限。'],
              ['against', '第二次约谈后冻结过一笔款。'],
            ],
          },
        ],
      },
      { key: 'price', kind: 'outside', words: '材料涨价，总包停工要价', evidence: [['for', '总包发过三份联系函。']] },
      { key: 'price2', kind: 'outside', words: '总包不愿垫资', gone: { into: 'price' } },
      { key: 'rain', kind: 'outside', words: '雨季长，停工多', gone: 'withdrawn' },
    ],
    measures: [
      {
        key: 'account',
        layer: 'operational',
        words: '账户穿透核对，拨款由监理、银行、主管部门三方会签',
        on: ['money'],
        adopted: true,
      },
      {
        key: 'branch',
        layer: 'organisational',
        words: '在现场设临时党支部，业主代表列席周例会',
        on: ['eyes'],
        adopted: true,
      },
      { key: 'take', layer: 'operational', words: '引入代建方，先复工三栋', on: ['price'] },
    ],
    pairs: [['account', 'branch']],
  },
  公共交通: {
    causes: [
      {
        ...{ key: 'data', kind: 'process', words: '改线只看刷卡量，没有问沿线的老人和学生' },
        found: ['confirmed', '方案附件里没有一份沿线问卷。'],
        evidence: [['for', '免费卡不计入客流模型。']],
        below: [
          {
            key: 'desk',
            kind: 'purpose',
            words: '调整先想省多少车，后想谁坐车',
            evidence: [['for', '会议纪要通篇是公里数。']],
          },
        ],
      },
      { key: 'road', kind: 'outside', words: '医院路施工，原线走不通', evidence: [['for', '施工许可到明年三月。']] },
    ],
    measures: [
      {
        key: 'shuttle',
        layer: 'operational',
        words: '老线路保留高峰区间车，医院增设临时站',
        on: ['data', 'road'],
        adopted: true,
      },
      { key: 'ride', layer: 'organisational', words: '班子成员每月坐一次早班车，现场听意见', on: ['desk'] },
    ],
    pairs: [['shuttle', 'ride']],
  },
  排水: {
    causes: [
      {
        ...{ key: 'mud', kind: 'facility', words: '雨水管被工地泥浆淤了一半' },
        found: ['confirmed', '内窥检测六段，四段淤积过半。'],
        evidence: [['for', '下游井里捞出水泥块。']],
        below: [
          {
            key: 'site',
            kind: 'mechanism',
            words: '工地开工前没有和管网单位交底的规矩',
            evidence: [['for', '三个工地都说不知道这里有管。']],
          },
        ],
      },
      {
        key: 'pump',
        kind: 'resource',
        words: '泵车只有两台，雨来时在城另一头',
        evidence: [['for', '调度记录平均到场五十二分钟。']],
      },
    ],
    measures: [
      {
        key: 'clean',
        layer: 'operational',
        words: '汛前清一遍，汛中易涝点定人定泵',
        on: ['mud', 'pump'],
        adopted: true,
      },
      {
        key: 'pact',
        layer: 'organisational',
        words: '管网支部与工地支部结对，进场先交底',
        on: ['site'],
        adopted: true,
      },
    ],
    pairs: [['clean', 'pact']],
  },
  '': {
    causes: [
      {
        ...{ key: 'handoff', kind: 'process', words: '两家单位的界线没有说清，都以为对方在管' },
        evidence: [['for', '两份清单都没有写这一段。']],
        below: [
          {
            key: 'who',
            kind: 'responsibility',
            words: '没有指定牵头的人',
            evidence: [['for', '三次会议三个牵头人。']],
          },
        ],
      },
      {
        key: 'few',
        kind: 'resource',
        words: '人手不够，只能接一件办一件',
        evidence: [['against', '同样人手的邻区办得完。']],
      },
    ],
    measures: [
      { key: 'line', layer: 'operational', words: '划清界线，写进责任清单', on: ['handoff'] },
      { key: 'duty', layer: 'organisational', words: '党员认领责任段，名字上图', on: ['who'] },
    ],
    pairs: [['line', 'duty']],
  },
};

/** So many of the largest are traced. */
const TRACED = 24;

/** By the 机关工委 office, some working days after the unit has signed for it. */
export function traceGreat(
  life: Life,
  past: Past,
  cast: Cast,
  lives: { affair: Affair; problem: ProblemLife }[],
): void {
  const great = lives
    .filter(({ problem }) => problem.signedAt && !problem.thing.row.merged_into)
    .sort((a, b) => Number(b.problem.thing.row.signal_count) - Number(a.problem.thing.row.signal_count));
  for (const { affair, problem } of great.slice(0, TRACED)) {
    const at = office(life, new Date(problem.signedAt!.getTime() + (3 + past.random.below(12)) * 86_400_000));
    if (at > past.end) continue;
    const found = byCategory[affair.matter.category] ?? byCategory['']!;
    past.acts.push({
      at,
      run: async (tx) => {
        const by = (await loadActor(tx, cast.people.get('office')!))!;
        await trace(tx, by, problem.thing.id, undefined, found, past.random);
      },
    });
  }
}
