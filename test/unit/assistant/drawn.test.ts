// E4 An answer's markdown as lines: where they lie, and what stands in them.
import { answerLines } from '../../../miniprogram/packages/assistant/format/markdown/answer-text';
import type { Line } from '../../../miniprogram/packages/assistant/format/markdown/line';

const wordsOf = (line: Line): string => ('runs' in line ? line.runs.map(({ t }) => t).join('') : '');

test('what lies in a list in a quote, or in a quote in a list, is in both', () => {
  const places = (text: string) =>
    answerLines(text).map(({ depth = 0, quote = 0, mark = '' }) => `${depth}${quote}${mark}`);
  expect(places('> - 甲\n>   - 乙\n>\n> 丙')).toEqual(['11•', '21•', '01']);
  expect(places('- 甲\n\n  > 乙\n  > > 丙')).toEqual(['10•', '11', '12']);
  expect(places('> - - 甲')).toEqual(['11•', '21•']);
});

test('a cell of a table lies on its side, whatever is in it', () => {
  const [table] = answerLines('| 甲 | 乙 | 丙 |\n| :-: | ---: | --- |\n| 1 | **2** | **3** 元 |\n| | 4 | |');
  expect(table).toEqual({
    kind: 'table',
    rows: [
      {
        k: 0,
        cells: [
          { k: 0, a: 'c', t: '甲' },
          { k: 1, a: 'r', t: '乙' },
          { k: 2, t: '丙' },
        ],
      },
      {
        k: 1,
        cells: [
          { k: 0, a: 'c', t: '1' },
          { k: 1, a: 'r', runs: [{ k: 0, t: '2', s: 'b' }] },
          {
            k: 2,
            runs: [
              { k: 0, t: '3', s: 'b' },
              { k: 1, t: ' 元' },
            ],
          },
        ],
      },
      { k: 2, cells: [{ k: 0, a: 'c' }, { k: 1, a: 'r', t: '4' }, { k: 2 }] },
    ],
  });
});

test('references by name are the letters that they name; in code, escaped or unknown they stand as they are', () => {
  const words = (text: string): string => answerLines(text).map(wordsOf).join('\n');
  expect(words('A &amp; B &lt;b&gt; &yen;368 &#39;')).toBe("A & B <b> ¥368 '");
  expect(words('**A &amp; B** [A &amp; B](https://a.cn) ![C &amp; D](https://a.cn/1.png)')).toBe(
    'A & B A & B C & D',
  );
  expect(words('`&amp;` &abcdef; \\&amp;')).toBe('&amp; &abcdef; &amp;');
});
