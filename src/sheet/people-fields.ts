/** The columns of an office's staff list. */
import { type Field, listed } from '#sheet/field.ts';

export const peopleFields = [
  { field: 'name', names: listed('姓名、人员姓名、名字、员工姓名、name'), looks: 'person' },
  { field: 'staff_number', names: listed('工号、职工号、员工编号、人员编号、职工编号、staff number') },
  {
    field: 'unit',
    names: listed(
      '单位、部门、科室、所在单位、所属单位、工作单位、单位名称、所在部门、所属部门、部门名称、处室、内设机构、unit、department',
    ),
  },
  {
    field: 'unit_code',
    names: listed('单位编码、单位代码、部门编码、部门代码、机构编码、机构代码、单位编号、unit code'),
  },
  { field: 'post', names: listed('职务、岗位、现任职务、职位、岗位名称、职务名称、职级、post、position') },
  { field: 'role', names: listed('角色、系统角色、用户角色、权限、role') },
  {
    field: 'phone',
    names: listed('手机、手机号、手机号码、联系电话、电话、移动电话、联系方式、phone、mobile'),
    looks: 'phone',
  },
  { field: 'id_number', names: listed('身份证号、身份证号码、身份证、公民身份号码、证件号码、id number') },
  {
    field: 'party_branch',
    names: listed(
      '支部、党支部、所在支部、所在党支部、所属支部、所属党支部、党组织、所在党组织、所属党组织、支部名称、party branch',
    ),
  },
  {
    field: 'login',
    names: listed('账号、登录名、用户名、登录账号、帐号、系统账号、login、username、account'),
  },
] as const satisfies readonly Field[];

export type PeopleField = (typeof peopleFields)[number]['field'];
