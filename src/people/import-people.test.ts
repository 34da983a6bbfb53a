import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPerson } from '#people/import-people.ts';
import { readUnit } from '#people/import-units.ts';
import { kindOfName, likeness, pathParts } from '#people/import-words.ts';
import { type FoundUnit, finderOf } from '#people/unit-finder.ts';

const nobody = { staffNumber: '', phone: '', idNumber: '', unit: '', unitCode: '', title: '', role: '', login: '' };

test('a row of a staff list as a person', () => {
  const read = readPerson({
    name: '张　三',
    phone: '１３９ 0001 0002',
    unit: ' 城管局 ',
    post: '科员',
    staff_number: '/',
    role: '无',
    login: 'ZhangSan',
  });
  assert.deepEqual(read, {
    row: { ...nobody, name: '张三', phone: '13900010002', unit: '城管局', title: '科员', login: 'zhangsan' },
    notes: [],
  });
});

test('what cannot be read is noted and left empty; a row without a name is none', () => {
  const scientific = { number: 1.39e10, text: '1.39E+10' };
  const read = readPerson({
    name: '李四',
    phone: scientific,
    id_number: '110105194912310022',
    login: '李',
    party_branch: '一支部',
  });
  assert.ok('row' in read);
  assert.deepEqual(read.row, { ...nobody, name: '李四' });
  assert.deepEqual(
    read.notes.map((note) => [note.field, note.code]),
    [
      ['phone', 'lost_digits'],
      ['id_number', 'id_number_check'],
      ['login', 'login_unreadable'],
      ['party_branch', 'membership_left_out'],
    ],
  );
  assert.deepEqual(readPerson({ name: ' ', phone: '13900010002' }), {
    rejected: [{ field: 'name', code: 'field_required' }],
  });
  assert.ok('rejected' in readPerson({ name: '长'.repeat(51) }));
});

test('a row of a list of units as a unit', () => {
  const unit = (values: Parameters<typeof readUnit>[0]) => {
    const read = readUnit(values);
    assert.ok('row' in read, JSON.stringify(read));
    return read.row;
  };
  assert.deepEqual(unit({ name: '城市管理局', code: 'CG01' }), {
    name: '城市管理局',
    code: 'CG01',
    parent: '',
    kind: 'department',
    kindSaid: false,
    tree: 'admin',
  });
  assert.deepEqual(unit({ name: '城管局 / 市容科' }), {
    name: '市容科',
    code: '',
    parent: '城管局',
    kind: 'section',
    kindSaid: false,
    tree: 'admin',
  });
  assert.equal(unit({ name: '城管局第一党支部' }).tree, 'party');
  assert.equal(unit({ name: '河东工作站', kind: '科室' }).kind, 'section');
  assert.ok('rejected' in readUnit({ name: '城管局', tree: '党组织' }));
  const odd = readUnit({ name: '某某', kind: '独立王国' });
  assert.ok('row' in odd);
  assert.deepEqual([odd.row.kind, odd.notes[0]!.code], ['office', 'word_unknown']);
});

test('names tell their kinds', () => {
  const kinds = Object.entries({
    ...{
      城管局: 'department',
      市发展和改革委员会: 'department',
      机关党委: 'party_committee',
      市级机关工作委员会: 'work_committee',
    },
    ...{
      住建局党组: 'party_group',
      第二党支部: 'branch',
      机关党总支: 'general_branch',
      望湖街道办事处: 'township',
      南岭镇: 'township',
    },
    ...{
      东河村: 'village',
      社区居委会: 'village',
      办公室: 'section',
      热线中心: 'institution',
      城投集团: 'enterprise',
      青澜市: 'city',
    },
  });
  for (const [name, kind] of kinds) assert.equal(kindOfName(name), kind, name);
});

const unit = (id: string, name: string, parentId: string | null, more: Partial<FoundUnit> = {}): FoundUnit => ({
  ...{ id, name, shortName: name, parentId, code: null, tree: 'admin', kind: 'department' },
  ...more,
});

test('a unit is found by code, by name, by a path that may leave levels out', () => {
  const units = finderOf([
    unit('1', '青澜市', null, { kind: 'city' }),
    unit('2', '城市管理局', '1', { shortName: '城管局', code: 'CG' }),
    unit('3', '水务局', '1'),
    unit('4', '办公室', '2'),
    unit('5', '办公室', '3'),
    unit('6', '执法队', '2'),
    unit('7', '办公室', '6'),
  ]);
  const found = (written: string, code = '') => {
    const one = units.find(written, code);
    return 'id' in one ? one.id : one.code;
  };
  assert.equal(found('', 'CG'), '2');
  assert.equal(found('城管局'), '2');
  assert.equal(found('办公室'), 'unit_name_twice');
  assert.equal(found('城管局/办公室'), '4', 'nearer than the one of 执法队');
  assert.equal(found('城管局/执法队/办公室'), '7');
  assert.equal(found('青澜市 > 办公室'), 'unit_name_twice');
  assert.equal(found('青澜市\\水务局\\办公室'), '5');
  assert.equal(found('水务局', 'XX'), '3', 'an unknown code gives way to the name');
  const unknown = units.find('城市管理处', '');
  assert.ok('code' in unknown && 'params' in unknown);
  assert.deepEqual(unknown.params, { name: '城市管理处', nearest: '城市管理局' });
});

test('likeness is symmetric, whole for the same, nothing for strangers', () => {
  assert.equal(likeness('城市管理局', '城市管理局'), 1);
  assert.equal(likeness('城市管理局', '水务'), 0);
  assert.equal(likeness('城管局', '城市管理局'), likeness('城市管理局', '城管局'));
  assert.equal(likeness('', ''), 0);
  assert.deepEqual(pathParts(' a／b > c\\d '), ['a', 'b', 'c', 'd']);
});
