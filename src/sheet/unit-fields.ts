/** The columns of a list of units, administrative or party. */
import { type Field, listed } from '#sheet/field.ts';

export const unitFields = [
  {
    field: 'name',
    names: listed('单位名称、单位、机构名称、部门名称、名称、组织名称、党组织名称、部门、name、unit'),
  },
  {
    field: 'code',
    names: listed('单位编码、单位代码、机构编码、机构代码、统一社会信用代码、部门编码、编码、代码、编号、code'),
  },
  {
    field: 'parent',
    names: listed(
      '上级单位、上级、上级单位名称、上级机构、上级部门、隶属单位、主管单位、主管部门、所属单位、上级党组织、parent',
    ),
  },
  {
    field: 'kind',
    names: listed('类别、单位类别、单位类型、机构类型、机构类别、单位性质、类型、级别、组织类别、kind、type'),
  },
  { field: 'tree', names: listed('所属体系、体系、组织体系、行政或党组织、树、tree') },
] as const satisfies readonly Field[];

export type UnitField = (typeof unitFields)[number]['field'];
