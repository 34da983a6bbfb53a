import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { likePattern, recheck, searchTerms, searchWords } from '#text/words.ts';

const table: [words: string, searched: string][] = [
  ['', ''],
  ['3号楼西侧水管漏水', '3号楼西侧水管漏水'],
  ['３号楼', '3号楼'],
  ['3 号 楼', '3号楼'],
  ['噪\u3000音', '噪音'],
  ['噪\n\t音', '噪音'],
  ['噪\u200b音\ufeff', '噪音'],
  ['WiFi 信号', 'wifi信号'],
  ['ＷＩＦＩ', 'wifi'],
  ['Hello World', 'hello|world'],
  ['A座 12层', 'a座12层'],
  ['101 1023', '101|1023'],
  ['您好！我是……', '您好|我是'],
  ['，，漏水。', '漏水'],
  ['2024-05-12 漏水', '2024|05|12漏水'],
  ['12-3-1201', '12|3|1201'],
  ['㎡', 'm2'],
  ['①号', '1号'],
  ['漏水😀漏水', '漏水|漏水'],
  ['三轮車', '三轮車'],
  ['电话13800001234请回电', '电话|请回电'],
  ['电话 138 0000 1234 请回电', '电话|请回电'],
  ['电话１３８－００００－１２３４', '电话'],
  ['电话138\n0000\n1234', '电话'],
  ['座机0531-8800 1234转801', '座机|转801'],
  ['单号20240512010012345已回', '单号|已回'],
  ['110105190001010018', ''],
  ['拨打12345热线', '拨打12345热线'],
  ['共123456元', '共123456元'],
  ['共1234567元', '共|元'],
  ['100%满意_a\\b', '100|满意|a|b'],
  ['Köln café', 'köln|café'],
  ['𠮷野家', '𠮷野家'],
  ['半\ud842个\udfb7字', '半|个|字'],
];

for (const [words, searched] of table) {
  test(`${JSON.stringify(words)} is searched as ${JSON.stringify(searched)}`, () => {
    assert.equal(searchWords(words), searched);
  });
}

test('the searched form of the searched form is itself, and it holds no long number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'1389 0-水aＡΣ\u0301\u0331\n|') }),
      (any, near) => {
        for (const words of [any, near]) {
          const searched = searchWords(words);
          assert.equal(searchWords(searched), searched);
          assert.doesNotMatch(searched, /\d{7}|[^\p{L}\p{M}\p{N}|]|^\||\|$|\|\|/u);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a query is cut at spaces and punctuation, each part once, phones left out', () => {
  assert.deepEqual(searchTerms('漏水  3号楼，漏水 ＡＢ'), ['漏水', '3号楼', 'ab']);
  assert.deepEqual(searchTerms('13800001234'), []);
  assert.deepEqual(searchTerms(' …… '), []);
});

test('a recheck wants every term, in whatever width and spacing the words came', () => {
  const words = '我小区 ３ 号楼，西侧水管\n漏水';
  assert.equal(recheck(words, searchTerms('3号楼 漏水')), true);
  assert.equal(recheck(words, searchTerms('3号楼 停电')), false);
  assert.equal(recheck(words, searchTerms('号楼西侧')), false, 'not across a comma');
  assert.equal(recheck(words, []), true);
});

test('like patterns take their own signs literally', () => {
  assert.equal(likePattern('漏水'), '%漏水%');
  assert.equal(likePattern('100%_\\'), '%100\\%\\_\\\\%');
});
