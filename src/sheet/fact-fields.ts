/** The columns of a list of facts about organisations. */
import { type Field, listed } from '#sheet/field.ts';

export const factFields = [
  { field: 'code', names: listed('统一社会信用代码、社会信用代码、信用代码、企业代码、税号、code、uscc') },
  { field: 'name', names: listed('企业名称、单位名称、名称、商户名称、主体名称、organisation、name') },
  { field: 'metric', names: listed('指标、事项、事实、项目、指标名称、metric') },
  { field: 'value', names: listed('数值、数量、金额、值、件数、次数、value'), looks: 'number' },
  { field: 'day', names: listed('日期、发生日期、统计日期、截至日期、date、day'), looks: 'date' },
  { field: 'source', names: listed('来源、数据来源、出处、备注、source') },
] as const satisfies readonly Field[];

export type FactField = (typeof factFields)[number]['field'];
