// A conversation's lines: each once, in order, none missing unmarked.
import { rowsOf } from '../row';

const MEMBER = 'miniprogram/packages/member';
const CONVERSATION = `${MEMBER}/stores/chat/conversation`;
const TESTS = 'test/unit/member/chat';
const GAP = `${TESTS}/conversation/gap.test.ts`;
const SECONDS = 'misses nothing when a page ends between two lines of one second';
const ONCE = 'has every line once, whatever is pushed in which order';

export const conversation = rowsOf('conversation', [
  {
    file: `${CONVERSATION}/conversation.ts`,
    test: `${TESTS}/conversation/reading.test.ts`,
    changes: [
      {
        from: 'this.sync = createTurns()(() => this.run());',
        to: 'this.sync = createTurns()(() => this.run(), { joins: true });',
        fails: 'that is asked for while another is under way begins after that one',
      },
      {
        from: 'this.read_at = began_at;',
        to: 'this.read_at = this.parts.clock.now();',
        fails: 'counts as of when it began, not of when its answer came',
      },
      {
        from: 'runInAction(() => this.set(evened(this.transcript)));',
        to: '',
        fails: 'of older pages begins one page earlier once',
      },
    ],
  },
  {
    file: `${CONVERSATION}/conversation.ts`,
    test: `${TESTS}/customer-chat.test.ts`,
    changes: [
      {
        from: 'this.parts.shelf.write(this.session_id, this.transcript);',
        to: '',
        fails: 'opens with the last lines from before, without a network',
      },
      {
        from: 'this.is_missing = saysMissing(done.failure);',
        to: '',
        fails: 'says that a session is not there',
      },
      {
        from: "return own === '' ? `m${chat_message_id}` : own;",
        to: "return own === '' ? 'm' : own;",
        fails: 'reads older pages to the beginning without a line twice',
      },
    ],
  },
  {
    file: `${CONVERSATION}/conversation.ts`,
    test: `${TESTS}/outbox/alike.test.ts`,
    changes: [
      {
        from: 'this.own.set(line.chat_message_id, temp_message_id);',
        to: '',
        fails: 'keeps the key of its bubble when the answer comes',
      },
    ],
  },
  {
    file: `${CONVERSATION}/conversation.ts`,
    test: `${TESTS}/conversation/joins.test.ts`,
    changes: [
      {
        from: 'if (!joinsOn(asked, this.transcript)) return false;',
        to: '',
        fails: 'the same for any order of readings',
      },
    ],
  },
  {
    file: `${CONVERSATION}/conversation.ts`,
    test: `${TESTS}/outbox/outcomes.test.ts`,
    changes: [
      {
        from: 'compareIds(before.chat_message_id, id) <= 0;',
        to: 'compareIds(before.chat_message_id, id) <= 1;',
        fails: 'is found however much was said since it left',
      },
    ],
  },
  {
    file: `${CONVERSATION}/gap.ts`,
    test: GAP,
    changes: [
      {
        from: 'if (met && (isOld || missing(lines, base, first) <= 0)) return closed(next, first, false);',
        to: 'if (met) return closed(next, first, false);',
        fails: SECONDS,
      },
      {
        from: 'whole.messages.filter((line) => !isNewer(line, first.newest))',
        to: 'whole.messages',
        fails: 'what comes in numbers while pages are read is left to the next reading',
      },
      {
        from: 'if (page >= MOST_PAGES) return closed(upTo(next, reply, oldest), first, false);',
        to: 'if (page >= MOST_PAGES) return closed(next, first, false);',
        fails: 'drops the older lines where the gap is too long',
      },
      {
        from: 'hole_before: firstAfter(lines, base, oldest) }',
        to: 'hole_before: undefined }',
        fails: 'marks a hole while the reading has not reached the known lines',
      },
      {
        from: 'hole_before: undefined, complete }',
        to: 'complete }',
        fails: 'marks a hole while the reading has not reached the known lines',
      },
      {
        from: 'complete: false, cuts:',
        to: 'complete: true, cuts:',
        fails: 'drops the older lines where the gap is too long',
      },
    ],
  },
  {
    file: `${CONVERSATION}/transcript.ts`,
    test: GAP,
    changes: [
      {
        from: 'return isBeyond ? transcript :',
        to: 'return false ? transcript :',
        fails: 'leaves out an old line that is pushed again',
      },
      {
        from: 'if (old?.chat_message_id === message.chat_message_id) {',
        to: 'if (false && old !== undefined) {',
        fails: ONCE,
      },
      {
        from: 'return { from: ragged === true ? Math.max(1, to - 1) : to, to };',
        to: 'return { from: to, to };',
        fails: 'reads every older line although what was kept is cut off within a second',
      },
      {
        from: 'base === undefined || compareIds(chat_message_id, base.newest) <= 0,',
        to: 'true,',
        fails: 'an older page that holds newer lines brings none of them',
      },
    ],
  },
  {
    file: `${CONVERSATION}/transcript.ts`,
    test: `${TESTS}/conversation/transcript.test.ts`,
    changes: [
      {
        from: 'return value !== null && value !== undefined && isNew',
        to: 'return isNew',
        fails: 'has all that any report said where',
      },
      {
        from: 'const isNew = JSON.stringify(value) !== JSON.stringify(known);',
        to: 'const isNew = value !== known;',
        fails: 'which tells nothing new changes nothing',
      },
      {
        from: ' && !isSettled',
        to: '',
        fails: 'says what the last report says, at the time of the first',
      },
      {
        from: 'if (both === old) continue;',
        to: '',
        fails: 'which tells nothing new changes nothing',
      },
      {
        from: 'return told.length === 0 ? old : { ...old',
        to: 'return { ...old',
        fails: 'which tells nothing new changes nothing',
      },
      {
        from: 'compareIds(message.chat_message_id, oldest.chat_message_id) < 0;',
        to: 'compareIds(message.chat_message_id, oldest.chat_message_id) <= 0;',
        fails: 'is told anew also where it is the oldest that is known',
      },
    ],
  },
  {
    file: `${CONVERSATION}/transcript-shelf.ts`,
    test: GAP,
    changes: [
      {
        from: 'lines.length < MOST_LINES ? {} : { ragged: true as const }',
        to: '{}',
        fails: 'what was kept and cut off is known to be ragged',
      },
      {
        from: 'lines.slice(-MOST_LINES)',
        to: 'lines.slice(0, MOST_LINES)',
        fails: 'what was kept and cut off is known to be ragged',
      },
      {
        from: 'complete: false, ...edge',
        to: 'complete: true, ...edge',
        fails: 'what was kept and cut off is known to be ragged',
      },
    ],
  },
  {
    file: `${MEMBER}/stores/chat/rows/line-rows.ts`,
    test: `${TESTS}/rows/conversation-rows.test.ts`,
    changes: [
      {
        from: '(speaker !== before.speaker || due !== undefined)',
        to: 'speaker !== before.speaker',
        fails: 'begins anew where a time is told',
      },
    ],
  },
]);
