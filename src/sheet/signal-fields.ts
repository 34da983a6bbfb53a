/** The columns of hotline exports and message boards, under the names they have in the field. */
import { type Field, listed } from '#sheet/field.ts';

/** Order decides between equally good matches: 时间 alone is the time of receipt. */
export const signalFields = [
  {
    field: 'source_number',
    names: listed(
      '工单编号、编号、工单号、留言编号、诉求编号、受理编号、来电编号、信件编号、事件编号、案件编号、投诉编号、流水号、业务编号、ticket no、ticket number、id、case number',
    ),
  },
  {
    field: 'received_at',
    names: listed(
      '受理时间、留言时间、来电时间、受理日期、登记时间、登记日期、诉求时间、来信时间、来信日期、反映时间、接收时间、收到时间、提交时间、上报时间、创建时间、建单时间、时间、日期、received at、created at、date',
    ),
    looks: 'date',
  },
  {
    field: 'words',
    names: listed(
      '主要内容、诉求内容、留言详情、反映内容、留言内容、来电内容、工单内容、问题描述、诉求描述、信件内容、来信内容、事件描述、投诉内容、反映问题、具体内容、详细内容、内容、诉求、详情、描述、description、content、words',
    ),
    looks: 'longText',
  },
  {
    field: 'title',
    names: listed('标题、主题、留言主题、工单标题、诉求标题、信件标题、来信标题、事件标题、题目、事由、title、subject'),
  },
  {
    field: 'caller_name',
    names: listed(
      '来电人、来电人姓名、姓名、留言用户、诉求人、诉求人姓名、反映人、反映人姓名、投诉人、举报人、来信人、联系人、群众姓名、市民姓名、当事人、网民昵称、用户、name、caller',
    ),
    looks: 'person',
  },
  {
    field: 'caller_phone',
    names: listed(
      '联系电话、来电号码、来电电话、来电人电话、手机号、手机号码、手机、电话、电话号码、联系方式、联系号码、诉求人电话、反映人电话、主叫号码、phone、mobile、telephone',
    ),
    looks: 'phone',
  },
  {
    field: 'caller_id_number',
    names: listed('身份证号、身份证号码、身份证、证件号码、证件号、来电人身份证号、id number'),
  },
  {
    field: 'address',
    names: listed('联系地址、来电人地址、住址、家庭住址、居住地址、通讯地址、诉求人地址、地址、address'),
  },
  {
    field: 'place',
    names: listed(
      '事发地址、事发地点、发生地址、发生地点、问题地址、问题地点、诉求地址、诉求地点、反映地点、地点、位置、事发位置、所属区域、place、location',
    ),
  },
  {
    field: 'matter_type',
    names: listed(
      '来电类别、诉求类型、来电类型、工单类型、诉求性质、事项类型、问题性质、留言类型、信件类型、受理类型、业务类型、诉求类别、类型、type',
    ),
  },
  {
    field: 'urgency',
    names: listed('紧急程度、紧急级别、缓急程度、紧急度、是否紧急、优先级、urgency、priority'),
  },
  {
    field: 'category',
    names: listed(
      '分类、问题分类、一级标签、一级分类、问题类别、事项分类、内容分类、诉求分类、工单分类、归口类别、类别、标签、category',
    ),
  },
  {
    field: 'channel',
    names: listed('受理渠道、来源、诉求来源、工单来源、问题来源、来源渠道、受理方式、反映渠道、渠道、channel、source'),
  },
  { field: 'secrecy', names: listed('是否保密、保密、保密要求、信息是否保密、confidential') },
  {
    field: 'wants_reply',
    names: listed('是否回复、是否需要回复、是否要求回复、要求回复、是否回访、需要回复、reply wanted'),
  },
  {
    field: 'handling_unit',
    names: listed(
      '办理单位、承办单位、主办单位、责任单位、处理单位、转办单位、派单单位、交办单位、责任部门、承办部门、处理部门、办理部门、handling unit、department',
    ),
  },
  {
    field: 'status',
    names: listed('工单状态、状态、办理状态、处理状态、当前状态、诉求状态、status'),
  },
  {
    field: 'dispatched_at',
    names: listed('转办时间、派单时间、交办时间、派发时间、转派时间、分派时间、转办日期、交办日期、dispatched at'),
    looks: 'date',
  },
  {
    field: 'closed_at',
    names: listed('办结时间、办结日期、完成时间、结案时间、办理完成时间、回复时间、答复时间、归档时间、closed at'),
    looks: 'date',
  },
  {
    field: 'opinion',
    names: listed('转办意见、交办意见、派单意见、拟办意见、批示意见、办理意见、处理意见、opinion'),
  },
  {
    field: 'reply',
    names: listed(
      '办理结果、答复意见、办理情况、处理结果、答复内容、回复内容、反馈内容、反馈结果、办理反馈、办结意见、回复意见、答复、回复、reply、result',
    ),
  },
  {
    field: 'operator',
    names: listed('受理员、受理人、接线员、话务员、登记人、坐席、受理工号、坐席工号、工号、operator'),
  },
] as const satisfies readonly Field[];

export type SignalField = (typeof signalFields)[number]['field'];
