// Closing the gap: whatever was missed and however pages shift, nothing is missing afterwards, and a hole is known as one.
import * as fc from 'fast-check';
import { takePage } from '../../../../../miniprogram/packages/member/stores/chat/conversation/gap';
import type { Run } from '../../../../../miniprogram/packages/member/stores/chat/conversation/gap';
import {
  arrived,
  EMPTY,
  evened,
  hasOlder,
  olderPage,
  pagesBefore,
} from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import type { Transcript } from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import { transcriptShelf } from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript-shelf';
import { createStore } from '../../../../../miniprogram/platform/storage';
import { createMemoryStorage } from '../../../../support/memory-storage';
import { idsOf, line, pageOf, range } from '../lines';

const SIZE = 10;

/** Reads until closed; `between` may change what the server holds from page to page. */
function close(
  transcript: Transcript,
  server: { ids: number[]; second?: (id: number) => number },
  between: () => void = () => undefined,
): { transcript: Transcript; pages: number } {
  let now = transcript;
  let run: Run | undefined;
  for (let pages = 1; ; pages += 1) {
    const taken = takePage(now, run, pageOf(server.ids, (run?.page ?? 0) + 1, SIZE, server.second));
    now = taken.transcript;
    if (taken.next === 'closed') return { transcript: now, pages };
    run = taken.next.run;
    between();
  }
}

const first = (ids: number[], second?: (id: number) => number) =>
  close(EMPTY, { ids, ...(second === undefined ? {} : { second }) }).transcript;

describe('the gap after a connect', () => {
  it('C1 reads one page where nothing, or less than a page, is new', () => {
    const known = first(range(1, 30));
    expect(close(known, { ids: range(1, 30) }).pages).toBe(1);
    const { transcript, pages } = close(known, { ids: range(1, 39) });
    expect(pages).toBe(1);
    expect(idsOf(transcript.lines)).toEqual(range(21, 39));
  });

  it('C1 closes a gap of exactly one page in two round trips', () => {
    const { transcript, pages } = close(first(range(1, 30)), { ids: range(1, 40) });
    expect(pages).toBe(2);
    expect(idsOf(transcript.lines)).toEqual(range(21, 40));
    expect(transcript.hole_before).toBeUndefined();
  });

  it('C1 marks a hole while the reading has not reached the known lines', () => {
    const known = first(range(1, 30));
    const { transcript } = takePage(known, undefined, pageOf(range(1, 55), 1, SIZE));
    expect(transcript.hole_before).toBe('46');
    expect(close(transcript, { ids: range(1, 55) }).transcript.hole_before).toBeUndefined();
  });

  it('C1 drops the older lines where the gap is too long, and never joins the two parts', () => {
    const { transcript, pages } = close(first(range(1, 30)), { ids: range(1, 400) });
    expect(pages).toBe(6);
    expect(idsOf(transcript.lines)).toEqual(range(341, 400));
    expect(hasOlder(transcript)).toBe(true);
  });

  it('K3 takes the newest line from a later page too, where more lines than a page share the newest second (deployed)', () => {
    const second = (id: number): number => (id > 30 && id <= 47 ? 3_100 : id * 100);
    const known = first(range(1, 30));
    const { messages } = pageOf(range(1, 47), 1, SIZE, second);
    expect(messages.map(({ chat_message_id }) => chat_message_id)).not.toContain('47');
    const { transcript } = close(known, { ids: range(1, 47), second });
    expect(idsOf(transcript.lines)).toEqual(range(21, 47));
    expect(idsOf(close(transcript, { ids: range(1, 48), second }).transcript.lines)).toEqual(range(21, 48));
  });

  it('C1 misses nothing when a page ends between two lines of one second (deployed)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 45 }),
        fc.integer({ min: 1, max: 45 }),
        fc.integer({ min: 1, max: 6 }),
        (before, more, speed) => {
          const second = (id: number) => Math.floor(id / speed);
          const known = first(range(1, before), second);
          const { transcript } = close(known, { ids: range(1, before + more), second });
          const least = Math.min(...idsOf(known.lines), before + more);
          const kept = idsOf(transcript.lines).filter((id) => id >= before && id >= least);
          expect(kept).toEqual(range(before, before + more));
        },
      ),
    );
  });

  it('C1 has every line once, whatever is pushed in which order and arrives while pages are read', () => {
    const pushes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        pushes,
        fc.integer({ min: 0, max: 2 }),
        (before, pushed, arriving) => {
          const server = { ids: range(1, 40) };
          let known = first(range(1, before));
          for (const id of pushed) known = arrived(known, line(id));
          const { transcript } = close(known, server, () => {
            for (let n = 0; n < arriving; n += 1) server.ids.push(server.ids.length + 1);
          });
          const ids = idsOf(transcript.lines);
          const newest = ids[ids.length - 1] ?? 0;
          expect(newest).toBeGreaterThanOrEqual(40);
          expect(ids).toEqual(range(Math.max(1, before - SIZE + 1), newest));
        },
      ),
    );
  });

  it('C1 reads older pages to the very first line although new lines move them', () => {
    let known = first(range(1, 57));
    const ids = range(1, 57);
    for (let reads = 0; hasOlder(known); reads += 1) {
      expect(reads).toBeLessThan(20);
      ids.push(ids.length + 1, ids.length + 2, ids.length + 3);
      const oldest = known.lines[0]?.chat_message_id;
      for (let page = pagesBefore(known, SIZE).to; known.lines[0]?.chat_message_id === oldest; page += 1) {
        const { messages, isLast } = pageOf(ids, page, SIZE);
        known = olderPage(known, messages, isLast);
      }
    }
    expect(idsOf(known.lines).slice(0, 57)).toEqual(range(1, 57));
  });

  it('C1 reads every older line although what was kept is cut off within a second (deployed)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: SIZE }),
        (count, kept, speed) => {
          const ids = range(1, count);
          const second = (id: number) => Math.floor(id / speed);
          const lines = ids.slice(-kept).map((id) => line(id));
          let known: Transcript = {
            ...{ lines, base: { newest: String(count), total: count }, hole_before: undefined },
            ...{ complete: false, ragged: true },
          };
          while (hasOlder(known)) {
            const oldest = known.lines[0]?.chat_message_id;
            const { from, to } = pagesBefore(known, SIZE);
            for (let page = from; page <= to || known.lines[0]?.chat_message_id === oldest; page += 1) {
              const { messages, isLast } = pageOf(ids, page, SIZE, second);
              known = olderPage(known, messages, isLast);
              if (isLast) break;
            }
            known = evened(known);
          }
          expect(idsOf(known.lines)).toEqual(ids);
        },
      ),
    );
  });

  it('C1 leaves out an old line that is pushed again: its page brings it', () => {
    const known = first(range(1, 30));
    expect(arrived(known, line(3))).toBe(known);
  });

  it('K1 what comes in numbers while pages are read is left to the next reading: lines before it may be missing', () => {
    const server = { ids: range(1, 55) };
    const { transcript } = close(first(range(1, 30)), server, () => {
      if (server.ids.length === 55) server.ids.push(...range(56, 80));
    });
    expect(idsOf(transcript.lines)).toEqual(range(21, 55));
    expect(idsOf(close(transcript, { ids: server.ids }).transcript.lines).at(-1)).toBe(server.ids.length);
  });

  it('K1 an older page that holds newer lines brings none of them: others may stand before those', () => {
    const known = first(range(1, 30));
    const { messages } = pageOf(range(1, 60), 3, SIZE);
    const more = olderPage(known, [...messages, line(45)], false);
    expect(idsOf(more.lines)).toEqual(range(21, 40).filter((id) => id <= 30));
  });

  it('K1 what was kept and cut off is known to be ragged, and holds the last lines', () => {
    const shelf = transcriptShelf(createStore(createMemoryStorage(), { now: () => 0 }).area('customer:31'));
    const lines = range(1, 70).map((id) => line(id));
    shelf.write('1', { ...EMPTY, lines, base: { newest: '70', total: 70 } });
    shelf.write('2', { ...EMPTY, lines: lines.slice(0, 5), base: { newest: '5', total: 5 } });
    const [cut, whole] = [shelf.read('1'), shelf.read('2')];
    expect(idsOf(cut?.lines ?? [])).toEqual(range(11, 70));
    expect([cut?.ragged, cut?.complete, whole?.ragged]).toEqual([true, false, undefined]);
  });
});
