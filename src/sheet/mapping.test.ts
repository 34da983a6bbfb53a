/** Which column is proposed for which field, and the reason given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameLikeness, plainName } from '#sheet/column-name.ts';
import type { Field } from '#sheet/field.ts';
import { proposeMapping } from '#sheet/mapping.ts';
import { peopleFields } from '#sheet/people-fields.ts';
import type { Cell, Row } from '#sheet/sheet.ts';
import { signalFields } from '#sheet/signal-fields.ts';
import { unitFields } from '#sheet/unit-fields.ts';

const columnsOf = (...names: string[]) => names.map((name, index) => ({ index, name }));
const rowsOf = (...lines: Cell[][]): Row[] => lines.map((cells, i) => ({ number: i + 2, cells }));
const mapped = (names: string[], fields: readonly Field[], ...lines: Cell[][]) =>
  proposeMapping(columnsOf(...names), fields, rowsOf(...lines)).map(({ field }) => field);

test('a message board', () => {
  assert.deepEqual(mapped(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签'], signalFields), [
    'source_number',
    'caller_name',
    'title',
    'received_at',
    'words',
    'category',
  ]);
});

test('a hotline export with every column it may have', () => {
  const names =
    '工单编号 受理员 来电人 分类 紧急程度 来电类别 受理渠道 主要内容 受理时间 工单状态 是否保密 是否回复 办理单位 转办时间 转办意见 办结时间 办理结果 联系电话 事发地址 身份证号 标题 联系地址';
  assert.deepEqual(
    mapped(names.split(' '), signalFields).join(' '),
    'source_number operator caller_name category urgency matter_type channel words received_at status secrecy wants_reply handling_unit dispatched_at opinion closed_at reply caller_phone place caller_id_number title address',
  );
});

test('names joined from two rows, decorated names, names nobody listed', () => {
  assert.deepEqual(
    mapped(['序号', '来电人/姓名', '来电人/电话', '*主要内容（必填）', '诉求人详细地址', '承办单位名称'], signalFields),
    [undefined, 'caller_name', 'caller_phone', 'words', 'address', 'handling_unit'],
  );
});

test('what is said of the caller is not the caller', () => {
  assert.deepEqual(mapped(['来电人性别', '来电人年龄', '来电人电话'], signalFields), [
    undefined,
    undefined,
    'caller_phone',
  ]);
});

test('a staff list and a list of units', () => {
  assert.deepEqual(
    mapped(
      ['姓名', '所在单位', '单位编码', '现任职务', '角色', '手机号码', '身份证号', '所在党支部', '账号'],
      peopleFields,
    ),
    ['name', 'unit', 'unit_code', 'post', 'role', 'phone', 'id_number', 'party_branch', 'login'],
  );
  assert.deepEqual(mapped(['单位名称', '单位编码', '上级单位', '类别', '体系'], unitFields), [
    'name',
    'code',
    'parent',
    'kind',
    'tree',
  ]);
});

test('content that fits is said, content that does not is half believed', () => {
  const [fits] = proposeMapping(
    columnsOf('受理时间'),
    signalFields,
    rowsOf(['2026-03-12'], ['2026.3.13'], ['3月14日'], ['/'], ['2026/3/15']),
  );
  assert.equal(fits?.field, 'received_at');
  assert.match(fits?.reason.zh ?? '', /列名就是“受理时间”/);
  const dates: Cell[][] = [['2026-03-12'], ['2026-03-13'], ['2026-03-14']];
  const [sure] = proposeMapping(columnsOf('受理时间'), signalFields, rowsOf(...dates));
  assert.deepEqual(sure?.reason, {
    zh: '列名就是“受理时间”，内容是日期',
    en: 'The column is named “受理时间”, and it holds dates',
  });
  const [unsure] = proposeMapping(columnsOf('受理时间'), signalFields, rowsOf(['快'], ['慢'], ['快']));
  assert.equal(unsure?.confidence, 0.6);
  assert.match(unsure?.reason.zh ?? '', /但内容不像日期/);
});

test('a column without a name is told by its content where only one field looks so', () => {
  const long = '路灯不亮已经三天，多次反映没有人来修，希望尽快派人处理并回复';
  const lines = [1, 2, 3].map((i): Cell[] => [`GD${i}`, `1380000123${i}`, `${long}${i}`]);
  const proposals = proposeMapping(columnsOf('编号', '', ''), signalFields, rowsOf(...lines));
  assert.deepEqual(
    proposals.map(({ field, confidence }) => [field, confidence]),
    [
      ['source_number', 1],
      ['caller_phone', 0.4],
      ['words', 0.4],
    ],
  );
  assert.equal(proposals[1]?.reason.zh, '3 行中有 3 行像电话号码');
});

test('a column of dates alone is left open: several fields are dates', () => {
  assert.deepEqual(mapped([''], signalFields, ['2026-03-12'], ['2026-03-13'], ['2026-03-14']), [undefined]);
});

test('what was decided before comes first, also the decision to leave a column out', () => {
  const remembered = {
    [plainName('来源 说明')]: 'channel',
    [plainName('主要内容')]: null,
    受理时间: 'gone',
    标题: 'channel',
  };
  const proposals = proposeMapping(
    columnsOf('来源 说明', '主要内容', '受理时间', '标题'),
    signalFields,
    [],
    remembered,
  );
  assert.deepEqual(
    proposals.map(({ field }) => field),
    ['channel', undefined, 'received_at', 'title'],
  );
  assert.equal(proposals[0]?.reason.zh, '上次就是这样对应的');
});

test('no field is proposed twice and no two fields share a usual name', () => {
  const twice = mapped(['内容', '内容', '主要内容'], signalFields);
  assert.deepEqual(twice, [undefined, undefined, 'words']);
  for (const fields of [signalFields, peopleFields, unitFields]) {
    const names = fields.flatMap((field) => field.names.map(plainName));
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
  }
});

test('likeness goes by the end of a name', () => {
  assert.equal(nameLikeness('联系电话', '联系电话'), 1);
  assert.ok(nameLikeness('来电人电话', '电话') > nameLikeness('来电人电话', '来电人'));
  assert.ok(nameLikeness('来电人性别', '来电人') < 0.55);
  assert.equal(nameLikeness('', '电话'), 0);
});
