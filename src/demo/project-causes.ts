/** What the problems of the demo's projects were traced to before their charters, by the unit that led. All made up. */

import type { crews } from '#demo/cast.ts';
import type { Traced } from '#demo/causes.ts';

export const projectCauses: Record<keyof typeof crews, Traced> = {
  urban: {
    causes: [
      {
        ...{ key: 'hours', kind: 'process', words: '巡查九点收车，问题多在九点以后' },
        found: ['confirmed', '来电时间与行车记录对了三个月。'],
        evidence: [['for', '七成来电在二十一点以后。']],
        below: [
          {
            ...{ key: 'names', kind: 'responsibility', words: '夜班只排科室，不排姓名' },
            found: ['confirmed', '六张排班表没有一个人名。'],
            evidence: [['for', '问了八个人，都说是别人的班。']],
          },
        ],
      },
      {
        ...{ key: 'lamps', kind: 'facility', words: '路灯暗，巡查看不清' },
        found: ['refuted', '实测照度合格。'],
        evidence: [['against', '照度记录十二处。']],
      },
    ],
    measures: [
      { key: 'night', layer: 'operational', words: '巡查延到二十三点半，点位逐处销号', on: ['hours'], adopted: true },
      { key: 'lead', layer: 'organisational', words: '党员带夜班，姓名上墙', on: ['names'], adopted: true },
    ],
    pairs: [['night', 'lead']],
  },
  water: {
    causes: [
      {
        ...{ key: 'valve', kind: 'facility', words: '薄弱管段没有检修阀，坏一处停一片' },
        found: ['confirmed', '管网图与现场对过，五段缺阀。'],
        evidence: [['for', '上次抢修关了四条街。']],
        below: [
          {
            ...{ key: 'map', kind: 'mechanism', words: '图纸与现场两张皮，没有人负责更新' },
            found: ['confirmed', '图纸六年没有改过。'],
            evidence: [['for', '两处阀门图上有、地下没有。']],
          },
        ],
      },
      { key: 'rain', kind: 'outside', words: '今年雨水多', evidence: [['against', '雨量与去年相近。']] },
    ],
    measures: [
      { key: 'add', layer: 'operational', words: '薄弱段加装检修阀，备两套抢修料', on: ['valve'], adopted: true },
      { key: 'own', layer: 'organisational', words: '党员包片，管段图谁改谁签', on: ['map'], adopted: true },
    ],
    pairs: [['add', 'own']],
  },
  housing: {
    causes: [
      {
        ...{ key: 'parts', kind: 'facility', words: '门机和抱闸磨损，坏了才换' },
        found: ['confirmed', '检验报告十一台，九台同一部位。'],
        evidence: [['for', '停运记录六成因门机。']],
        below: [
          {
            ...{ key: 'paid', kind: 'mechanism', words: '维保按次数结账，不看停运天数' },
            evidence: [['for', '合同里没有停运这一项。']],
          },
        ],
      },
    ],
    measures: [
      { key: 'change', layer: 'operational', words: '易损件到期就换，换了公示', on: ['parts'], adopted: true },
      { key: 'pact', layer: 'organisational', words: '物业支部与维保单位结对，月月对账', on: ['paid'], adopted: true },
    ],
    pairs: [['change', 'pact']],
  },
  traffic: {
    causes: [
      {
        ...{ key: 'turn', kind: 'process', words: '首末站调头时间没有排进时刻表' },
        found: ['confirmed', '跟车四十趟，晚点都从调头起。'],
        evidence: [['for', '平均晚七分钟。']],
        below: [
          {
            ...{ key: 'ride', kind: 'purpose', words: '排表看公里数，不看候车的人' },
            evidence: [['for', '方案里没有候车时间。']],
          },
        ],
      },
    ],
    measures: [
      { key: 'table', layer: 'operational', words: '重排时刻表，站牌标下一班', on: ['turn'], adopted: true },
      { key: 'bus', layer: 'organisational', words: '班子成员每月跟车一次', on: ['ride'], adopted: true },
    ],
    pairs: [['table', 'bus']],
  },
};
