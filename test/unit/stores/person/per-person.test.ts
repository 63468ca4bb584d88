// What belongs to a person: built for their backend, and stopped when they sign out. The same for customers and for
// staff.
import { autorun } from 'mobx-miniprogram';
import { ApiError } from '../../../../miniprogram/api/errors';
import { createCore } from '../../../../miniprogram/compose/core';
import { configFor } from '../../../../miniprogram/config';
import type { HttpResponse, Platform } from '../../../../miniprogram/platform/ports';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import type { PerPerson, Person } from '../../../../miniprogram/stores/person/per-person';
import type { XcxApi } from '../../../../miniprogram/api/xcx/api';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime, settle } from '../../../support/fake-time';
import { createNodePlatform } from '../../../support/node-platform';

const NOTE = { name: 'note', kind: 'kept', version: 1, decode: String } as const;
const later = Date.UTC(2030, 0, 1);
const user = (user_id: number) => ({ user_id, status: 'approved', nickname: `员工 ${user_id}` }) as const;

/** A store of staff, written as one of customers is. */
class Notebook {
  read_at = 0;
  failure = '';
  disposed = false;

  constructor(readonly person: Person<XcxApi>) {
    person.onLeave(() => (this.disposed = true));
  }

  async sweep(): Promise<void> {
    for (const path of await this.person.files.list()) await this.person.files.remove(path);
  }

  async read(): Promise<void> {
    try {
      await this.person.api.auth.me();
      this.read_at = this.person.clock.now();
      this.person.area.write(NOTE, 'read');
    } catch (error) {
      this.failure = error instanceof ApiError ? error.failure.kind : 'bug';
    }
  }
}

function phone() {
  const time = createFakeTime();
  const node = createNodePlatform({ clock: time, timers: time });
  const asked: string[] = [];
  const answers: ((response: HttpResponse) => void)[] = [];
  const kept = ['picture'];
  const platform: Platform = {
    ...node,
    files: {
      ...node.files,
      list: async () => [...kept],
      remove: async (path) => void kept.splice(kept.indexOf(path), 1),
    },
    http: {
      request: ({ url }) =>
        new Promise((resolve) => {
          asked.push(url);
          answers.push(resolve);
        }),
    },
  };
  const core = createCore(platform, configFor('development'));
  const books = perPerson(core.xcx, platform, (person) => new Notebook(person));
  const answer = (status: number, body: unknown, date = later): Promise<void> => {
    const headers = [['Date', new Date(date).toUTCString()]] as const;
    answers.shift()?.({ status, headers, cookies: [], body: JSON.stringify(body) });
    return settle();
  };
  const book = (): Notebook => {
    if (books.current === null) throw new Error('nobody is signed in');
    return books.current;
  };
  return { time, core, asked, answer, books, book, kept };
}

const tokens = { access_token: 'a.b.c', refresh_token: 'r' };
const fine = { code: 0, data: user(1) };

describe('H4 a store of staff built like one of customers', () => {
  it('reads from the xcx backend, by its clock, and keeps what it read on the staff member’s shelf', async () => {
    const { core, asked, answer, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const reading = book().read();
    await settle();
    expect(asked).toEqual([expect.stringContaining('/api/xcx/me')]);
    await answer(200, fine);
    await reading;
    expect(Math.abs(book().read_at - later)).toBeLessThan(2_000);
    expect(Math.abs(core.v4.clock.now() - later)).toBeGreaterThan(1e9);
    expect(core.store.area('staff:1').read(NOTE)).toBe('read');
  });

  it('sees the xcx backend’s maintenance, which V4 does not have', async () => {
    const { core, answer, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const reading = book().read();
    await settle();
    await answer(503, { code: 503, message: '系统升级' });
    await reading;
    expect(book().failure).toBe('maintenance');
    expect(book().person.maintenance.current).toMatchObject({ state: 'maintenance', message: '系统升级' });
    expect([book().person.availability.is_available, core.v4.availability.is_available]).toEqual([
      false,
      true,
    ]);
  });

  it('is signed out by the xcx gate, and leaves a customer signed in', async () => {
    const { core, answer, books, book } = phone();
    core.v4.identity.adopt(tokens, {
      ...{ user_id: '31', mobile: '13800000031', role_level: 0, roles: [], status: 'active' },
    });
    core.session.adoptStaff(tokens, user(1));
    const old = book();
    void old.read();
    await settle();
    await answer(401, { code: 401, message: '未认证' });
    await answer(401, { code: 401, message: '未认证' });
    expect([core.session.staff.state, core.session.customer.state]).toEqual(['signed_out', 'signed_in']);
    expect([books.current, old.disposed]).toEqual([null, true]);
  });
});

describe('what is left of a person who has gone', () => {
  it('asks nothing, not even with the token of the next one', async () => {
    const { core, asked, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const old = book();
    core.session.adoptStaff(tokens, user(2));
    void old.read();
    await settle();
    expect([asked, old.failure]).toEqual([[], '']);
    expect(book()).not.toBe(old);
  });

  it('I3 gets no reply that was on its way: no code after the await runs', async () => {
    const { core, answer, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const old = book();
    void old.read();
    await settle();
    core.session.adoptStaff(tokens, user(2));
    await answer(200, fine);
    expect([old.failure, old.read_at]).toEqual(['', 0]);
    expect(old.person.area.write(NOTE, 'late')).toBe(false);
    expect(core.store.area('staff:1').read(NOTE)).toBeUndefined();
    expect(core.store.area('staff:2').read(NOTE)).toBeUndefined();
  });

  it('I3 sends nothing that still waits in a queue', async () => {
    const { core, asked, answer, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const limit = core.config.limits.concurrent;
    for (let calls = 0; calls < limit + 3; calls += 1) void book().read();
    await settle();
    expect(asked).toHaveLength(limit);
    core.session.adoptStaff(tokens, user(2));
    for (let calls = 0; calls < limit; calls += 1) await answer(200, fine);
    expect(asked).toHaveLength(limit);
  });

  it('I3 gets no answer from the phone’s files either, which belong to the next person by then', async () => {
    const { core, book, kept } = phone();
    core.session.adoptStaff(tokens, user(1));
    const sweeping = book().sweep();
    core.session.adoptStaff(tokens, user(2));
    await Promise.race([sweeping, settle()]);
    expect(kept).toEqual(['picture']);
  });

  it('K1 removes nothing of the same person who is back', async () => {
    const { core, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const old = book();
    core.xcx.identity.end('expired');
    core.session.adoptStaff(tokens, user(1));
    expect(book().person.area.write(NOTE, 'mine')).toBe(true);
    old.person.area.remove(NOTE);
    expect(book().person.area.read(NOTE)).toBe('mine');
  });

  it('has no timer running, and starts none', async () => {
    const { core, time, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    let runs = 0;
    const { timers } = book().person;
    timers.after(1_000, () => (runs += 1));
    await core.session.signOut('staff');
    timers.after(1_000, () => (runs += 1));
    await time.advance(5_000);
    expect(runs).toBe(0);
  });

  it('is the same object for the same person who signs in again without having left', () => {
    const { core, book } = phone();
    core.session.adoptStaff(tokens, user(1));
    const before = book();
    core.session.adoptStaff({ access_token: 'd.e.f' }, user(1));
    expect(book()).toBe(before);
  });

  it('D1 is another object for the same person at another store', async () => {
    const { core, book, answer } = phone();
    core.session.adoptStaff(tokens, user(1));
    const before = book();
    const switching = core.session.switchStore('2');
    await settle();
    await answer(200, { code: 0, data: { ...tokens, refresh_token: 'r', user: user(1) } });
    await switching;
    expect(before.disposed).toBe(true);
    expect(before.person.isPresent()).toBe(false);
    expect(book().person.isPresent()).toBe(true);
  });
});

test.each([true, false])(
  'what is built for a person finds what else is theirs, signed in before: %s',
  (before) => {
    const { service, signIn, signOut } = createFakeService({ now: () => 0 });
    const phone = phoneOf(createFakeTime());
    let inner: PerPerson<object> | undefined;
    const use = () => (inner ??= perPerson(service, phone, () => ({}))).current;
    if (before) signIn();
    const outer = perPerson(service, phone, () => ({ found: use() }));
    if (!before) signIn();
    const first = outer.current?.found;
    expect(first).toBe(use());
    expect(first).not.toBeNull();
    signOut();
    signIn('32');
    expect(outer.current?.found).toBe(use());
    expect(outer.current?.found).not.toBe(first);
  },
);

test('whoever looks at what belongs to the person hears of each who comes and goes', () => {
  const { service, signIn, signOut } = createFakeService({ now: () => 0 });
  const own = perPerson(service, phoneOf(createFakeTime()), ({ area }) => ({ owner: area.owner }));
  const seen: (string | undefined)[] = [];
  const stop = autorun(() => seen.push(own.current?.owner));
  signIn();
  signOut();
  signIn('32');
  stop();
  expect(seen).toEqual([undefined, 'customer:31', undefined, 'customer:32']);
});

test('what is disposed belongs to nobody: what was built is left, and nothing is built any more', () => {
  const { service, signIn, signOut } = createFakeService({ now: () => 0 });
  let built = 0;
  let left = 0;
  const own = perPerson(service, phoneOf(createFakeTime()), ({ onLeave }) => {
    onLeave(() => (left += 1));
    return { number: (built += 1) };
  });
  signIn();
  expect(own.current).toEqual({ number: 1 });
  own.dispose();
  signOut();
  signIn('32');
  expect([own.current, built, left]).toEqual([null, 1, 1]);
});
