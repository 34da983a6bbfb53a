/** Rules to begin with, for reference only: every figure is the city's to set. */

import type { RuleDraft } from '#credit/rule.ts';
import type { Said } from '#platform/problem.ts';

type PresetMetric = { name: string; unitWords: string };
type PresetRule = Omit<RuleDraft, 'metricId' | 'validFrom' | 'validTo'> & { metric: string };

export const presets = {
  prepaid: {
    zh: '预付消费风险',
    en: 'Risk of prepaid consumption',
    metrics: [
      { name: '预付类投诉', unitWords: '件' },
      { name: '预收资金余额', unitWords: '万元' },
      { name: '逾期未报备案', unitWords: '次' },
    ] as readonly PresetMetric[],
    rules: [
      {
        ...{
          name: '预付投诉偏多',
          metric: '预付类投诉',
          counted: 'sum',
          windowDays: 30,
          compare: 'at_least',
          threshold: 5,
        },
        ...{ level: 'yellow', action: '电话核查经营和退费情况', keepDays: 90, repair: '投诉办结，30 日内无新增' },
      },
      {
        ...{
          name: '预付投诉集中',
          metric: '预付类投诉',
          counted: 'sum',
          windowDays: 30,
          compare: 'at_least',
          threshold: 20,
        },
        ...{ level: 'red', action: '先核对资金台账，再现场检查', keepDays: 180, repair: '退费完成，资金存管到位' },
      },
      {
        ...{
          name: '预收资金偏高',
          metric: '预收资金余额',
          counted: 'latest',
          windowDays: 60,
          compare: 'at_least',
          threshold: 100,
        },
        ...{ level: 'orange', action: '核对资金存管，约见负责人', keepDays: 120, repair: '余额降到限额以下或办妥存管' },
      },
      {
        ...{
          name: '备案逾期',
          metric: '逾期未报备案',
          counted: 'sum',
          windowDays: 365,
          compare: 'at_least',
          threshold: 2,
        },
        ...{ level: 'yellow', action: '发函催报', keepDays: 90, repair: '补报齐全' },
      },
    ] as readonly PresetRule[],
  },
} as const satisfies Record<string, Said & { metrics: readonly PresetMetric[]; rules: readonly PresetRule[] }>;

export type CreditPreset = keyof typeof presets;
