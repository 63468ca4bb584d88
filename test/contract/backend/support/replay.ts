// Plays a recorded section against our backend, step by step, and compares status, code, message and shape.
import type { HttpEntry } from '../../recorded/parse';
import { recordedExchanges } from '../../recorded/read';
import { shapeDifferences } from '../../recorded/shape';
import { at } from './client';
import type { Reply } from './client';

/** How to make our backend give the recorded reply. */
export type Step = () => Promise<Reply>;
/** Steps by the recorded name; a list when a name occurs several times. */
export type Steps = Readonly<Record<string, Step | readonly Step[]>>;

export interface Replay {
  section: string;
  steps: Steps;
  /** Recorded exchanges that this backend does not offer, and why. */
  left: Readonly<Record<string, string>>;
}

/** The backend passes on the engine's message for broken JSON, whose words differ with the engine's version. */
const OF_JSON = /^.*\bJSON\b.*\bposition \d+.*$|^.*\bis not valid JSON\b.*$|^Unexpected end of JSON input$/;

/** Messages that repeat a figure or an id of ours. */
const loosely = (message: unknown): string =>
  String(message).replace(OF_JSON, '(the engine on broken JSON)').replace(/\d+/g, '#');

export function compare(entry: HttpEntry, reply: Reply): void {
  expect({ status: reply.status, code: reply.code }).toEqual({
    status: entry.status ?? 200,
    code: at(entry.reply, 'code') ?? reply.code,
  });
  expect(shapeDifferences(entry.reply ?? {}, entry.reply === undefined ? {} : reply.json)).toEqual([]);
  if (entry.reply !== undefined) {
    expect(loosely(at(reply.json, 'message'))).toBe(loosely(at(entry.reply, 'message')));
  }
  expect(loosely(reply.setCookie?.replace(/=ey[^;]*|Expires=[^;]*/g, ''))).toBe(
    loosely((entry.set_cookie ?? reply.setCookie)?.replace(/=ey[^;]*|Expires=[^;]*/g, '')),
  );
}

/** Defines one test for each recorded exchange, in order. */
export function replay(title: string, prepare: () => Replay): void {
  describe(title, () => {
    const { section, steps, left } = prepare();
    const seen = new Map<string, number>();
    for (const entry of recordedExchanges(section)) {
      if (entry.name in left) continue;
      const turn = seen.get(entry.name) ?? 0;
      seen.set(entry.name, turn + 1);
      test(entry.name, async () => {
        const known = steps[entry.name];
        const step = typeof known === 'function' ? known : known?.[turn];
        if (step === undefined) throw new Error(`no step for "${entry.name}"`);
        compare(entry, await step());
      });
    }
  });
}
