/** The columns of a list of readings. */
import { type Field, listed } from '#sheet/field.ts';

export const readingFields = [
  { field: 'number', names: listed('指标编号、指标编码、编号、指标代码、indicator number、number') },
  { field: 'name', names: listed('指标名称、指标、名称、indicator、name') },
  { field: 'from', names: listed('开始、开始日期、起始日期、起、日期、from、start'), looks: 'date' },
  { field: 'to', names: listed('结束、结束日期、截止日期、止、to、end'), looks: 'date' },
  { field: 'month', names: listed('月份、年月、统计月份、统计期、期间、月度、month、period') },
  { field: 'value', names: listed('数值、读数、指标值、值、完成值、实际值、value'), looks: 'number' },
  { field: 'numerator', names: listed('分子、分子值、numerator'), looks: 'number' },
  { field: 'denominator', names: listed('分母、分母值、denominator'), looks: 'number' },
  { field: 'unit', names: listed('单位、计量单位、数值单位、unit') },
  { field: 'source', names: listed('来源、数据来源、出处、备注、source') },
] as const satisfies readonly Field[];

export type ReadingField = (typeof readingFields)[number]['field'];
