/** The columns of a duty list, as offices write them and as this program exports it. */
import { type Field, listed } from '#sheet/field.ts';

export const dutyFields = [
  {
    field: 'category',
    names: listed('分类、事项分类、诉求分类、问题分类、类别、职责类别、归口类别、category'),
  },
  {
    field: 'matter',
    names: listed('事项、职责事项、事项名称、事项用语、职责内容、具体事项、工作事项、问题描述、matter'),
  },
  { field: 'level', names: listed('层级、事权层级、管理层级、责任层级、级别、level') },
  {
    field: 'area',
    names: listed('区域、适用区域、区划、所属区划、适用范围、辖区、范围、区划代码、area'),
  },
  {
    field: 'lead',
    names: listed(
      '主办单位、牵头单位、责任单位、承办单位、主责单位、牵头部门、责任部门、承接部门、主管部门、lead unit',
    ),
  },
  {
    field: 'assists',
    names: listed('协办单位、配合单位、配合部门、协办部门、参与单位、assisting units'),
  },
  { field: 'basis', names: listed('依据、职责依据、法律依据、设定依据、法规依据、政策依据、“三定”依据、basis') },
  { field: 'withdrawn', names: listed('上收、是否上收、上级收回、收回事项、是否收回、withdrawn') },
] as const satisfies readonly Field[];

export type DutyField = (typeof dutyFields)[number]['field'];
