// Messages on their way out: written down, in order, once, with an end.
import { rowsOf } from '../row';

const CHAT = 'miniprogram/packages/member/stores/chat';
const OUTBOX = `${CHAT}/outbox`;
const TESTS = 'test/unit/member/chat';
const FIRST = 'writes a message down before its bubble shows';
const LEAVES = 'is written down as on its way before it goes';
const NO_ROOM = 'stays where the phone has no room to write that down';

export const outbox = rowsOf('outbox', [
  {
    file: `${OUTBOX}/delivery.ts`,
    test: `${TESTS}/outbox/written-down.test.ts`,
    changes: [
      {
        from: 'if (!this.parts.pending.change(temp_message_id, { status: leaving, has_left: true })) {',
        to: 'if (this.parts.pending.changeAnyway(temp_message_id, { status: leaving }) !== undefined) {',
        fails: NO_ROOM,
      },
      { from: 'status: leaving, has_left: true', to: 'status: leaving', fails: LEAVES },
      {
        from: 'this.parts.pending.drop(entry.temp_message_id);',
        to: '',
        fails: 'is not on the phone any more once the server has it',
      },
    ],
  },
  {
    file: `${OUTBOX}/pending-messages.ts`,
    test: `${TESTS}/outbox/written-down.test.ts`,
    changes: [
      {
        from: 'if (!writeEntry(this.area, next)) return false;',
        to: 'writeEntry(this.area, next);',
        fails: NO_ROOM,
      },
      { from: 'if (!writeEntry(this.area, next)) return false;', to: '', fails: LEAVES },
      {
        from: 'removeEntry(this.area, temp_message_id) :',
        to: 'true :',
        fails: 'is not on the phone any more once the server has it',
      },
      {
        from: 'if (isWritten) this.unwritten.delete(temp_message_id);',
        to: 'this.unwritten.delete(temp_message_id);',
        fails: 'is written down with the next message that is',
      },
    ],
  },
  {
    file: `${OUTBOX}/pending-messages.ts`,
    test: `${TESTS}/outbox/outbox.test.ts`,
    changes: [{ from: 'if (!writeEntry(this.area, entry)) return false;', to: '', fails: FIRST }],
  },
  {
    file: `${CHAT}/talk.ts`,
    test: `${TESTS}/outbox/written-down.test.ts`,
    changes: [
      {
        from: "if (chat.outbox.sendText(this.session_id, wellFormed(text)).state === 'full') return FULL;\n    chat.drafts.clear(this.session_id);",
        to: "chat.drafts.clear(this.session_id);\n    if (chat.outbox.sendText(this.session_id, wellFormed(text)).state === 'full') return FULL;",
        fails: 'is cleared only when its message is written down',
      },
      {
        from: "if (chat.outbox.sendText(this.session_id, wellFormed(text)).state === 'full') return FULL;",
        to: 'chat.outbox.sendText(this.session_id, wellFormed(text));',
        fails: 'stays, here and after a kill, where the phone is full',
      },
    ],
  },
  {
    file: `${CHAT}/talk.ts`,
    test: `${TESTS}/talk.test.ts`,
    changes: [
      {
        from: 'if (!chat.drafts.flush()) {',
        to: 'if (false) {',
        fails: 'stays where it is when there is no chat for both',
      },
      {
        from: 'chat.drafts.set(session_id, typed);\n      return undefined;',
        to: 'return undefined;',
        fails: 'stays where it is when there is no chat for both',
      },
      {
        from: 'if (text.length > LONGEST_TEXT) return undefined;',
        to: '',
        fails: 'stays where it is when there is no chat for both',
      },
    ],
  },
  {
    file: `${CHAT}/drafts.ts`,
    test: `${TESTS}/outbox/written-down.test.ts`,
    changes: [
      {
        from: 'isWritten = false;\n        continue;',
        to: 'isWritten = false;',
        fails: 'that could not be written stays to be written',
      },
      {
        from: 'this.unwritten.delete(session_id);',
        to: '',
        fails: 'is written once for each pause, however often the page is left',
      },
    ],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/outbox/outbox.test.ts`,
    changes: [
      {
        from: "if (!this.pending.add(entry)) return { state: 'full' };",
        to: 'this.pending.add(entry);',
        fails: FIRST,
      },
      {
        from: 'if (this.busy.has(session_id)) return;',
        to: '',
        fails: 'sends in order, one at a time',
      },
      {
        from: 'while (mayRequest()) {',
        to: 'for (;;) {',
        fails: 'holds messages without a network and sends them in order when it is back',
      },
      {
        from: 'find((one) => !isSettled(one))',
        to: 'find(() => true)',
        fails: 'does not let a failed message hold up the next one',
      },
      {
        from: 'if (wait_ms > 0) return this.wake(session_id, wait_ms);',
        to: '',
        fails: 'waits as long as the server asks, whatever else happens',
      },
      {
        from: 'const moved = session_id === undefined ? {} : { session_id };',
        to: 'const moved = {};',
        fails: 'fails at a closed session with its reason',
      },
    ],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/outbox/outcomes.test.ts`,
    changes: [],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/outbox/places.test.ts`,
    changes: [
      { from: 'void this.pictures.sweep();', to: '', fails: 'is swept when the app starts' },
      {
        from: 'order: this.pending.nextOrder(), ...moved',
        to: '...moved',
        fails: 'that is sent again is behind those that were written meanwhile',
      },
      {
        from: 'if (entry === undefined || this.delivery.isQuiet(session_id)) return;',
        to: 'if (entry === undefined) return;',
        fails: 'keeps the next ones waiting as long as the server may take',
      },
    ],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/outbox/patience.test.ts`,
    changes: [
      {
        from: 'if (session_id !== undefined) this.run(session_id);',
        to: '',
        fails: 'goes at once when that is given up',
      },
      {
        from: '// The messages behind it may be sent now.\n    this.run(entry.session_id);',
        to: '',
        fails: 'goes at once when that is taken back',
      },
    ],
  },
  {
    file: `${OUTBOX}/pending-messages.ts`,
    test: `${TESTS}/outbox/places.test.ts`,
    changes: [
      {
        from: '(this.entries[this.entries.length - 1]?.order ?? 0) + 1',
        to: '0 - this.entries.length',
        fails: 'is kept through restarts, in whatever order',
      },
    ],
  },
  {
    file: `${OUTBOX}/kept-pictures.ts`,
    test: `${TESTS}/outbox/places.test.ts`,
    changes: [
      {
        from: 'if (this.keeping === 0 && !this.isUsed(file_path))',
        to: 'if (this.keeping === 0)',
        fails: 'is swept when the app starts',
      },
    ],
  },
  {
    file: `${OUTBOX}/kept-pictures.ts`,
    test: `${TESTS}/left.test.ts`,
    changes: [
      { from: ', ...this.leaving];', to: '];', fails: 'sent a moment ago' },
      { from: 'this.timers.after(DRAWN_MS,', to: 'this.timers.after(0,', fails: 'sent a moment ago' },
    ],
  },
  {
    file: `${OUTBOX}/entry-shelf.ts`,
    test: `${TESTS}/outbox/places.test.ts`,
    changes: [
      {
        from: '.sort((one, other) => one.order - other.order)',
        to: '',
        fails: 'is kept through restarts, in whatever order',
      },
    ],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/outbox/take-back.test.ts`,
    changes: [
      {
        from: '!(mayGo(entry) || this.isSlow(temp_message_id))) return false;',
        to: 'false) return false;',
        fails: 'C1 ',
      },
      {
        from: 'this.uploads.callBack(temp_message_id);',
        to: '',
        fails: 'while it is uploaded: the upload is aborted',
      },
      { from: 'void this.pictures.drop(entry);', to: '', fails: 'while it waits for a network' },
    ],
  },
  {
    file: `${OUTBOX}/outbox.ts`,
    test: `${TESTS}/left.test.ts`,
    changes: [
      {
        from: 'if (isWiped) void this.pictures.dropAll();',
        to: '',
        fails: 'no picture that waited is left on the phone',
      },
      {
        from: 'if (isWiped) void this.pictures.dropAll();',
        to: 'void this.pictures.dropAll();',
        fails: 'pictures stay where a sign-in merely ended',
      },
    ],
  },
  {
    file: `${OUTBOX}/delivery.ts`,
    test: `${TESTS}/outbox/patience.test.ts`,
    changes: [
      {
        from: '    if (this.parts.pending.get(temp_message_id)?.status !== entry.status) return;\n    const after_id',
        to: '    const after_id',
        fails: 'is over while the history is read before it leaves: it does not leave then',
      },
    ],
  },
]);
