// Runs the rows: each route in success, when empty, refused, and with its reply changed in every way.
import type { Failure } from '../../../miniprogram/api/errors';
import { adviceFor, ApiError, failureOf } from '../../../miniprogram/api/errors';
import { explain } from '../../../miniprogram/api/explain';
import { brokenIn } from '../../../miniprogram/api/rows';
import * as change from './changes';
import type { Deployed, Row, World } from './row';

async function failing(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const failure = failureOf(error);
  if (failure === undefined) throw error instanceof Error ? error : new Error('the call succeeded');
  return failure;
}

type Seen = { value: unknown } | { failure: Failure };
const seen = (call: Promise<unknown>): Promise<Seen> =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof ApiError) return { failure: error.failure };
      throw error;
    },
  );

/** A successful reply's text apart: what stands around the data, and the data. Streams are read as their last event. */
function parts(text: string): { data: unknown; around(data: unknown): string } {
  const done = /event: done\ndata: (.*)\n/.exec(text) ?? /^data: (\{"type":"done".*)$/m.exec(text);
  if (done !== null) {
    const [whole, json = ''] = done;
    const around = (data: unknown) =>
      text.replace(whole, () => whole.replace(json, () => change.textOf(data)));
    return { data: JSON.parse(json) as unknown, around };
  }
  const envelope = JSON.parse(text) as Record<string, unknown>;
  return {
    data: envelope['data'],
    around: (data) => change.textOf({ ...envelope, data }),
  };
}

const LISTS = ['items', 'list', 'tasks', 'metrics', 'date_groups', 'records'];

/** Where a reply's list stands: it is the reply, or one of its fields. */
function listIn(data: unknown): change.Path {
  if (Array.isArray(data)) return [];
  const name = Object.keys(data as object).find((one) => LISTS.includes(change.snakeOf(one)));
  if (name === undefined) throw new Error('the reply has no list');
  return [name];
}

/** Where a field is read: under its contract's name, and no deeper than its shape is kept. */
function readAt(place: change.Path, { renamed = {} }: Deployed): string[] {
  const names = place.map((step) => (typeof step === 'number' ? String(step) : change.snakeOf(step)));
  const reshaped = names.findIndex((name) => renamed[name] === null);
  return (reshaped < 0 ? names : names.slice(0, reshaped)).map((name) => renamed[name] ?? name);
}

/** `open` gives a fresh world before each test. */
export function describeRows(
  title: string,
  rows: readonly Row[],
  open: (person?: string) => Promise<World>,
  profile: 'documented' | 'deployed' = 'documented',
): void {
  const offered = rows.filter(({ only = profile }) => only === profile);
  describe.each(offered.map((row) => [row.route, row] as const))(`B1 ${title} %s`, (_route, row) => {
    const other = profile === 'deployed' ? (row.deployed ?? {}) : {};
    const without = other.without ?? row.without ?? [];

    /** The call once for real; `again` answers it with the same reply around other data. */
    async function callOnce() {
      const world = await open(row.as);
      const given = await row.prepare(world);
      const value = await row.call(world, given);
      const response = world.tamper.last(row.reply);
      const { data, around } = parts(response.body);
      const again = (changed: unknown) => {
        world.tamper.answer(response, around(changed));
        return seen(row.call(world, given));
      };
      return { value, data, again };
    }
    let called: ReturnType<typeof callOnce> | undefined;
    const once = () => (called ??= callOnce());

    async function replayed(make: (data: unknown) => unknown) {
      const { value, data, again } = await once();
      return { value, data, changed: await again(make(data)) };
    }

    test('success', async () => {
      const { value } = await once();
      if (row.success === null) expect(value).toBeNull();
      else expect(value).toMatchObject(row.success as object);
    });

    const { empty } = row;
    if (empty !== undefined) {
      test('empty', async () => {
        expect(await empty.run(await open(row.as))).toMatchObject(empty.reply as object);
      });
    }

    test('no data at all is a typed failure, or nothing was to be read', async () => {
      const { again } = await once();
      for (const data of [null, {}, [], 'text', 7]) {
        const outcome = await again(data);
        if ('value' in outcome) {
          const mayBe = row.ignored === true || (row.lenient === true && JSON.stringify(data) === '{}');
          expect([data, mayBe || Array.isArray(data)]).toEqual([data, true]);
        } else expect(outcome.failure.kind).toBe('decode');
      }
    });

    for (const refusal of row.refusals) {
      test(`refused: ${refusal.name}`, async () => {
        const world = await open(row.as);
        const failure = await failing(refusal.run(world, await row.prepare(world)));
        expect(failure).toMatchObject(refusal.failure);
        expect(explain(failure).title).toMatch(/[\u4e00-\u9fff]/);
        expect(adviceFor(failure).kind).toBeDefined();
      });
    }

    test('fields nobody declared change nothing', async () => {
      const { value, changed } = await replayed((data) => change.rebuilt(data, change.withExtras));
      expect(changed).toEqual({ value });
    });

    test('huge ids stay exact', async () => {
      const { data, changed } = await replayed((whole) => change.rebuilt(whole, change.withHugeIds));
      const expected = without.includes('ids') || row.ignored === true;
      if (expected) return expect(JSON.stringify(changed)).not.toContain('9007199254740992');
      expect(change.count(data, change.withHugeIds)).toBeGreaterThan(0);
      expect(JSON.stringify(changed)).toContain(change.HUGE);
      expect(JSON.stringify(changed)).not.toContain('9007199254740992');
      expect(changed).toHaveProperty('value');
    });

    test('an enumeration’s member of tomorrow survives', async () => {
      const { data, changed } = await replayed((whole) => change.rebuilt(whole, change.withTomorrow));
      expect(changed).toHaveProperty('value');
      if (other.unread === true) return;
      if (without.includes('enumerations') || row.ignored === true) {
        return expect(change.count(data, change.withTomorrow)).toBe(0);
      }
      expect(change.count(data, change.withTomorrow)).toBeGreaterThan(0);
      expect(JSON.stringify(changed)).toContain(change.TOMORROW);
    });

    const { list } = row;
    if (list !== undefined) {
      test('one broken row is one broken row; a list of nothing else is a typed failure', async () => {
        const { value, data, again } = await once();
        const whole = list(value);
        expect(whole.length).toBeGreaterThan(1);
        const place = listIn(data);
        const spoilt = await again(change.replaced(data, [...place, 0], {}));
        const left = 'value' in spoilt ? list(spoilt.value) : [];
        expect(left).toEqual(whole.slice(1));
        expect(brokenIn(left)).toMatchObject({ count: 1, path: expect.stringMatching(/^0\./) as unknown });
        const rows = change.rebuilt(data, (one, path) =>
          path.length === place.length + 1 && path.slice(0, -1).join() === place.join() ? {} : one,
        );
        expect(await again(rows)).toMatchObject({ failure: { kind: 'decode' } });
      });
    }

    test('any field of a wrong type: a value without it, or one failure that names it', async () => {
      const { data, again } = await once();
      const places = change.fieldsOf(data);
      expect(places.length > 0).toBe(row.success !== null);
      const kept: string[] = [];
      for (const place of places) {
        for (const wrong of [{ wrong: true }, [['wrong']], true]) {
          const outcome = await again(change.replaced(data, place, wrong));
          if ('value' in outcome) {
            const isKept = JSON.stringify(outcome.value).includes('wrong');
            if (isKept && !change.isOpen(place)) kept.push(place.join('.'));
            continue;
          }
          expect({ place, kind: outcome.failure.kind }).toEqual({ place, kind: 'decode' });
          const { path } = outcome.failure as { path: string };
          const named = path.replace(/^done\./, '').split('.');
          const wanted = readAt(place, other);
          // The failure must name the field, a part of it, or (where a reply is decoded as a whole) `$`.
          const isWhole = path === '$' || other.anyPlace === true;
          const depth = isWhole ? 0 : Math.min(named.length, wanted.length);
          expect([place, named.slice(0, depth)]).toEqual([place, wanted.slice(0, depth)]);
        }
      }
      expect(kept).toEqual([]);
    });
  });
}
