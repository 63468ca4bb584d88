// The staff's assistant: answers as they are written, and their conversation.
import { rowsOf } from '../row';

const ASSISTANT = 'miniprogram/packages/assistant';
const MARKDOWN = `${ASSISTANT}/format/markdown`;
const DRAWN = 'test/unit/assistant/markdown.test.ts';
const TALK = 'test/unit/assistant/talk.test.ts';
const OPENING = 'test/unit/assistant/opening.test.ts';
const ENDING = 'test/unit/assistant/ending.test.ts';
const CLOCK_SET = 'test/unit/assistant/clock-set.test.ts';
const STREAMED = 'any text gives the same lines whole and in any pieces';

export const assistant = rowsOf('assistant', [
  {
    file: `${MARKDOWN}/answer-text.ts`,
    test: DRAWN,
    changes: [
      {
        from: "this.heldCr = whole.endsWith('\\r') ? '\\r' : '';",
        to: "this.heldCr = '';",
        fails: STREAMED,
      },
      {
        from: "const isApart = last - before > 1 && !MAYBE_ITEM.test(tokens[last]?.raw ?? '');",
        to: 'const isApart = true;',
        fails: 'a number behind a list may yet be its next item',
      },
      {
        from: 'if (this.isEnded && this.defines && this.tail !== this.text) return this.parseAll();',
        to: '',
        fails: 'the examples of CommonMark 0.31',
      },
      {
        from: 'const done = this.isEnded ? 0 : finishedOf(tokens, this.tail);',
        to: 'const done = 0;',
        fails: 'what is finished is parsed once, and stays the same object',
      },
      {
        from: 'else if (this.text.length > LONGEST || isHostile(this.tail)) this.giveUp();',
        to: '',
        fails: 'is shown as it stands, from its first letter on',
      },
    ],
  },
  {
    file: `${MARKDOWN}/runs.ts`,
    test: DRAWN,
    changes: [
      {
        from: "return OPENS.test(href) ? { ...with_(look, 'a'), u: href } : look;",
        to: "return { ...with_(look, 'a'), u: href };",
        fails: 'nothing becomes HTML, and only web addresses lead anywhere',
      },
    ],
  },
  {
    file: `${MARKDOWN}/lines.ts`,
    test: DRAWN,
    changes: [
      {
        from: "return list.ordered ? `${Number(list.start) + place}.` : '•';",
        to: "return list.ordered ? `${place + 1}.` : '•';",
        fails: 'an ordered list begins with the number that it was given',
      },
      {
        from: "return [asWritten(place, (token as Tokens.Code).text, 'code')];",
        to: 'return [asWritten(place, (token as Tokens.Code).text)];',
        fails: 'draws headings, lists, quotes, code, tables and rules',
      },
      { from: 'if (before + lines.length + own.length > MOST_LINES) {', to: 'if (false) {', fails: 'E4' },
    ],
  },
  {
    file: `${MARKDOWN}/line.ts`,
    test: DRAWN,
    changes: [
      { from: 'if (runs.length <= MOST_RUNS) return runs;', to: 'return runs;', fails: 'E4' },
      {
        from: 'const longer = runs.slice(0, -1);',
        to: 'const longer = [...runs];',
        fails: 'at each moment says what came, once',
      },
    ],
  },
  {
    file: `${MARKDOWN}/guard.ts`,
    test: DRAWN,
    changes: [
      {
        from: '(text.length >= SHORT && text',
        to: '(text.length >= SHORT || text',
        fails: 'an ordinary answer of some length is drawn',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/pour.ts`,
    test: TALK,
    changes: [
      {
        from: 'this.held.length >= LETTERS ? LEAST_MS : MOST_MS',
        to: 'LEAST_MS',
        fails: 'an answer grows in portions',
      },
      { from: 'this.poured_at = this.time.now();\n    if', to: 'if', fails: 'an answer grows in portions' },
    ],
  },
  {
    file: 'miniprogram/api/server-clock.ts',
    test: CLOCK_SET,
    changes: [
      {
        from: 'at + Math.min(0, clock.skew_ms - skew_ms);',
        to: 'at;',
        fails: 'a question that began a conversation, unheard, is found there',
      },
      {
        from: 'at + Math.min(0, clock.skew_ms - skew_ms);',
        to: 'at + clock.skew_ms - skew_ms;',
        fails: 'a question that began a conversation, unheard, is found there',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/merge.ts`,
    test: TALK,
    changes: [
      {
        from: 'const matched = match(own, items, known);',
        to: 'const matched = new Map<string, Entry>();',
        fails: 'the messages are read first, and the whole answer stands there',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/merge.ts`,
    test: CLOCK_SET,
    changes: [
      {
        from: '(question.at ?? Infinity) - CLOCKS_DIFFER_MS',
        to: '(question.at ?? Infinity)',
        fails: 'a question that was stored late, before the one asked after it, is known again',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/entry.ts`,
    test: TALK,
    changes: [
      {
        from: 'this.card = reference_card ?? this.card;',
        to: 'this.card = reference_card ?? null;',
        fails: 'the card that an answer refers to comes with the stored messages, and stays',
      },
      {
        from: "return isMore ? { state: 'stored', after: 'stopped' } : before;",
        to: 'return before;',
        fails: 'stopped: what was said stays and is marked',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/talk.ts`,
    test: OPENING,
    changes: [
      {
        from: 'if (items.ok && this.running === null) this.take',
        to: 'if (items.ok) this.take',
        fails: 'what is read while a question is on its way is not taken for its answer',
      },
      {
        from: "context.context_type !== 'general' && !this.is_read",
        to: "context.context_type !== 'general'",
        fails: 'where there is nothing to open, that is asked once',
      },
      {
        from: "if (this.adding.state === 'running') return;",
        to: '',
        fails: 'further back is asked for once at a time',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/history.ts`,
    test: OPENING,
    changes: [
      {
        from: 'if (this.newest < last - 1) this.oldest',
        to: 'this.oldest',
        fails: 'what was read to its beginning is not offered again',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/talk.ts`,
    test: ENDING,
    changes: [
      {
        from: 'if (failure !== null || is_elsewhere',
        to: 'if (is_elsewhere',
        fails: '继续 asks nothing while it is not known what the server has',
      },
      {
        from: 'if (isFirst) answer.clear();',
        to: '',
        fails: 'what the attempt before said goes with the first words of the new one',
      },
      {
        from: 'question.id === null && may_have_begun',
        to: 'may_have_begun',
        fails: 'what was found in its conversation is not looked for in others',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/merge.ts`,
    test: ENDING,
    changes: [
      {
        from: '(known.has(id) ? at : last), Infinity);',
        to: '(known.has(id) ? at : last), -1);',
        fails: 'a question that broke off has no answer in what was said before it',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/talks.ts`,
    test: 'test/unit/assistant/talks.test.ts',
    changes: [
      {
        from: 'for (const talk of talks.slice(MOST)) talk.stop();',
        to: '',
        fails: 'ends in the conversation that eight others were opened after',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/entry.ts`,
    test: 'test/unit/assistant/entry.test.ts',
    changes: [
      {
        from: "return before.state === 'stored' ? before : WHOLE;",
        to: 'return WHOLE;',
        fails: 'with more stored than was seen becomes',
      },
    ],
  },
  {
    file: `${ASSISTANT}/stores/talk/merge.ts`,
    test: 'test/unit/assistant/merge.test.ts',
    changes: [
      {
        from: 'next = place + 1;',
        to: '',
        fails: 'each of two questions in the same words is its own',
      },
    ],
  },
]);
