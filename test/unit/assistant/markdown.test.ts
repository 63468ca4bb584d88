// E4 An answer's markdown: the same lines however its text was cut, and nothing that a text could be made of hurts.
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { Lexer } from 'marked';
import { answerLines, AnswerText } from '../../../miniprogram/packages/assistant/format/markdown/answer-text';
import { lex } from '../../../miniprogram/packages/assistant/format/markdown/lex';
import { plainLine } from '../../../miniprogram/packages/assistant/format/markdown/line';
import { linesOf } from '../../../miniprogram/packages/assistant/format/markdown/lines';
import type { Line } from '../../../miniprogram/packages/assistant/format/markdown/line';
import { bombs } from './bombs';

/** Reads the lines after each piece, as a page does. */
function streamed(pieces: readonly string[]): readonly Line[] {
  const answer = new AnswerText();
  for (const piece of pieces) {
    answer.push(piece);
    expect(answer.lines).toBeDefined();
  }
  answer.end();
  return answer.lines;
}

/** All of it in one reading of the parser's. */
const parsedWhole = (text: string): readonly Line[] =>
  linesOf(lex(text.replace(/\r\n?/g, '\n')).tokens).lines;

const wordsOf = (line: Line): string => ('runs' in line ? line.runs.map(({ t }) => t).join('') : '');

test('E4 the examples of CommonMark 0.31 give the same lines streamed by character as whole', () => {
  const differing = examples.filter(
    ({ markdown }) => JSON.stringify(streamed([...markdown])) !== JSON.stringify(parsedWhole(markdown)),
  );
  expect(differing.map(({ number, markdown }) => [number, markdown])).toEqual([]);
  expect(examples).toHaveLength(652);
});

/** What assistants write, and what trips parsers. */
const piece = fc.constantFrom(
  ...[
    '小满',
    '最近三次',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~',
    '# ',
    '## ',
    '> ',
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '2. ',
    '1',
    '    ',
    '\t',
    '| a | b |\n| --- | ---: |\n',
    '| 1 | 2 |\n',
    '---\n',
    '===\n',
  ],
  ...[
    '[x](https://a.cn)',
    '[x]',
    '[x]: /u\n',
    '](',
    '![图](https://a.cn/1.png)',
    '<b>',
    '<script>',
    '&amp;',
    '&#35;',
  ],
  ...['https://a.cn/路', 'a@b.cn', '\\*', '- [ ] ', '- [x] ', '💖', '👨‍👩‍👧'],
);

test('E4 any text gives the same lines whole and in any pieces', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.array(fc.nat(12), { minLength: 1, maxLength: 30 }),
      (parts, sizes) => {
        const text = parts.join('');
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = 1 + (sizes[turn % sizes.length] ?? 0);
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(streamed(pieces)).toEqual(parsedWhole(text));
      },
    ),
    { numRuns: 300, seed: 12 },
  );
});

test('E4 no letter of any text is lost where nothing is markup', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('小满', '周六', '，', '。', '下午3点', ' a '), { maxLength: 300 }),
      (parts) => {
        const text = `甲${parts.join('')}乙`;
        expect(answerLines(text).map(wordsOf).join('\n')).toBe(text);
      },
    ),
  );
});

/** A node a line, mark and run; a cell has two. */
function nodesOf(line: Line): number {
  if (line.kind === 'table')
    return line.rows.flatMap(({ cells }) => cells).reduce((sum, { runs = [] }) => sum + 2 + runs.length, 4);
  return 'runs' in line ? 4 + line.runs.length : 2;
}

/** Far above what any takes (the bench weighs that), far below one that costs by the square of its length, ms. */
const HANGING_MS = 1_000;

/** Processor time, ms: other people's turns on the machine do not count. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test.each(Object.entries(bombs))(
  'E4 %s are shown and hold nothing up, and a screen of them has few nodes',
  (_, text) => {
    let lines: readonly Line[] = [];
    expect(Math.min(...[1, 2, 3].map(() => cpuOf(() => (lines = answerLines(text)))))).toBeLessThan(
      HANGING_MS,
    );
    expect(lines.length).toBeLessThanOrEqual(201);
    for (let at = 0; at < lines.length; at += 40) {
      const screen = lines.slice(at, at + 40).reduce((sum, line) => sum + nodesOf(line), 0);
      expect(screen).toBeLessThan(1_000);
    }
  },
);

test.each([
  ['that would hang', `# 头\n\n一句 **粗** 的\n\n${'['.repeat(65)}`],
  ['that is longer than 60,000 letters', `# 头\n\n${'一句 **粗** 的\n\n'.repeat(6_000)}`],
])('E4 a text %s is shown as it stands, from its first letter on', (_, text) => {
  const answer = new AnswerText();
  answer.push(text.slice(0, 20));
  expect(answer.lines.length).toBeGreaterThan(1);
  answer.push(text.slice(20));
  answer.end();
  expect(answer.lines).toEqual([plainLine(text)]);
  answer.push('**后来**');
  expect(answer.lines).toEqual([plainLine(`${text}**后来**`)]);
});

test('an ordinary answer of some length is drawn, and at each moment says what came, once', () => {
  const text = `# 近况\n\n${'先问近况，再说周六下午的台子。'.repeat(80)}**约好**`;
  expect(answerLines(text).map(({ kind }) => kind)).toEqual(['head', 'text']);
  const answer = new AnswerText();
  let came = '';
  for (const letter of text.slice(6, -6)) {
    answer.push(letter);
    came += letter;
    expect(answer.lines.map(wordsOf).join('')).toBe(came);
  }
});

test('E4 nothing becomes HTML, and only web addresses lead anywhere', () => {
  const text = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)> 和 <b>粗</b>',
    '[点我](javascript:alert(1)) [文件](file:///etc/passwd) [数据](data:text/html,x) [网页](https://a.cn/b)',
    '![图](https://a.cn/1.png) <javascript:alert(1)> www.a.cn',
  ].join('\n\n');
  const runs = answerLines(text).flatMap((line) => ('runs' in line ? line.runs : []));
  expect(runs.flatMap(({ u = [] }) => u)).toEqual([
    'https://a.cn/b',
    'https://a.cn/1.png',
    'http://www.a.cn',
  ]);
  const words = runs.map(({ t }) => t).join('');
  expect(words).toContain('<script>alert(1)</script>');
  expect(words).toContain('<b>粗</b>');
  expect(words).toContain('点我');
});

test('E4 what is finished is parsed once, and stays the same object', () => {
  const blocks = [
    '### 最近三次',
    '最近 **A03**，周六。',
    '1. 先问近况\n2. 给时间',
    '> 来两局？',
    '| a | b |\n| - | - |\n| 1 | 2 |',
  ];
  const text = blocks.map((block, at) => `${block}\n\n第${at}段，说完了。\n\n`).join('');
  const asked = jest.spyOn(Lexer.prototype, 'blockTokens');
  const answer = new AnswerText();
  const seen: Line[] = [];
  const finishedAt: number[] = [];
  for (const [turn, letter] of [...text].entries()) {
    answer.push(letter);
    const { lines } = answer;
    for (const [at, line] of seen.entries()) {
      if (at < lines.length - 4) expect(lines[at]).toBe(line);
    }
    seen.splice(0, seen.length, ...lines);
    if (lines.length !== finishedAt.length) finishedAt.push(turn);
  }
  const whole = asked.mock.calls.map(([source]) => String(source));
  asked.mockRestore();
  // Each paragraph is read while it is among the last blocks, and never afterwards.
  for (const at of blocks.keys()) {
    const last = whole.reduce((found, source, call) => (source.includes(`第${at}段`) ? call : found), -1);
    const next = whole.findIndex((source) => source.includes(`第${at + 2}段`));
    if (next !== -1) expect(last).toBeLessThan(next);
  }
});

test('draws headings, lists, quotes, code, tables and rules, each in its place', () => {
  const text = [
    '## 怎么开口',
    '1. **先问近况。** 接着聊\n   - 不提储值\n2. `周六` 三点\n- [x] 发过微信',
    '> 来两局？\n> > 好',
    '```\nA03\n  B\n```',
    '| 日期 | 消费 |\n| --- | ---: |\n| 11-09 | ¥368 |',
    '---',
    '~~不去~~ *真的*  \n换行',
  ].join('\n\n');
  const shown = answerLines(text).map((line) => {
    const at = `${line.kind} ${line.depth ?? 0}${line.quote ?? 0} ${line.mark ?? ''}`;
    if (line.kind === 'table') {
      const rows = line.rows.map(({ cells }) => cells.map(({ t = '' }) => t).join());
      return `${at}|${(line.rows[0]?.cells ?? []).map(({ a = 'l' }) => a).join()}|${rows.join(' ')}`;
    }
    return 'runs' in line ? `${at}|${line.runs.map(({ t, s }) => `${s ?? ''}:${t}`).join('·')}` : at;
  });
  expect(shown).toEqual([
    'head 00 |:怎么开口',
    'text 10 1.|b:先问近况。·: 接着聊',
    'text 20 •|:不提储值',
    'text 10 2.|c:周六·: 三点',
    'text 10 ☑|:发过微信',
    'text 01 |:来两局？',
    'text 02 |:好',
    'code 00 |:A03\n  B',
    'table 00 |l,r|日期,消费 11-09,¥368',
    'rule 00 ',
    'text 00 |d:不去·: ·i:真的·:\n换行',
  ]);
});

test('whatever ends a line, and wherever it is cut, the text is the same', () => {
  const answer = new AnswerText();
  for (const piece of ['一\r', '\n二\r', '\r', '三\r']) answer.push(piece);
  answer.end();
  expect(answer.text).toBe('一\n二\n\n三\n');
  expect(answer.lines).toEqual(parsedWhole('一\r\n二\r\r三\r'));
});

test('K1 an ordered list begins with the number that it was given, and counts on', () => {
  expect(answerLines('3. 三\n4. 四\n9. 五').map(({ mark }) => mark)).toEqual(['3.', '4.', '5.']);
});

test.each(['1. 一\n\n3. 三', '1. 一\n\n2\n', '- 一\n\n3. 三', '1. 一\n\n10. 十\n\n11'])(
  'K1 a number behind a list may yet be its next item: %j',
  (text) => {
    expect(streamed([...text])).toEqual(parsedWhole(text));
  },
);
