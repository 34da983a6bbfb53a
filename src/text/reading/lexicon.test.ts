/** A lexicon: the same from the same sources in any order, without anything of a person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lexiconOf } from '#text/reading/lexicon.ts';

const matters = [
  '青岚市澄江区碧波园小区3栋漏水,恒远物业公司不管',
  '碧波园小区停电,恒远物业公司没有人接电话,临溪路也没有路灯',
  '临溪路的晨光小学门口拥堵,晨光小学没有安排人',
  '双柳村村民反映双柳村村委会不公开账目',
  '双柳村修路占地,找过双柳村村委会,晨光小学门口也在挖',
];

test('names that two messages tell are in it, each in its kind', () => {
  const { places, organisations } = lexiconOf({ areas: ['青岚市', '澄江区'], units: ['澄江区住建局'], texts: matters });
  assert.deepEqual(places, ['临溪路', '双柳村', '澄江区', '碧波园', '青岚市'].sort());
  assert.deepEqual(organisations, ['双柳村村委会', '恒远物业公司', '晨光小学', '澄江区住建局'].sort());
});

test('what one message alone tells is not', () => {
  const { places } = lexiconOf({ texts: ['碧波园小区停电', '碧波园小区停电,碧波园小区又停电'].slice(0, 1) });
  assert.deepEqual(places, []);
});

test('the order of the sources makes no difference, nor does saying one twice in a message', () => {
  const wished = lexiconOf({ texts: matters });
  fc.assert(
    fc.property(fc.shuffledSubarray(matters, { minLength: matters.length }), (texts) => {
      assert.deepEqual(lexiconOf({ texts }), wished);
      assert.deepEqual(lexiconOf({ texts: texts.map((one) => `${one}。${one}`) }), wished);
    }),
    { numRuns: 10 },
  );
});

const surnames = fc.constantFrom('王', '李', '欧阳', '周', '陈', '林', '高', '路');
const given = fc.constantFrom('小明', '建国', '静', '家园', '新村', '学府');
const persons = fc.tuple(surnames, given).map((parts) => parts.join(''));
const phones = fc.integer({ min: 0, max: 99_999_999 }).map((number) => `139${String(number).padStart(8, '0')}`);
const wordings: ((name: string, phone: string) => string)[] = [
  (name, phone) => `我叫${name},电话${phone},住碧波园小区,临溪路没有路灯`,
  (name, phone) => `联系人:${name},手机${phone}路灯不亮`,
  (name) => `${name}女士家的碧波园小区停电`,
  (name, phone) => `申请人${name},身份证110101199001011237,${phone}小区`,
  (name) => `${name}先生的公司拖欠工资`,
];

test('no name, phone or ID number that the words tell of a person gets in, however often it is told', () => {
  fc.assert(
    fc.property(
      persons,
      phones,
      fc.array(fc.constantFrom(...wordings), { minLength: 4, maxLength: 8 }),
      (name, phone, some) => {
        const texts = some.map((wording) => wording(name, phone));
        const made = JSON.stringify(lexiconOf({ texts: [...texts, ...matters] }));
        assert.ok(!made.includes(name), `${name} in ${made}`);
        assert.doesNotMatch(made, /\d{4}|\*/);
      },
    ),
    { numRuns: 60 },
  );
});
