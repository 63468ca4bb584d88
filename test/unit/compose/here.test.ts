// An answer that comes too late does nothing: what follows `await here(…)` runs only if the page was not left and
// nobody has signed out since the tap.
import './globals';
import { action, observable } from 'mobx-miniprogram';
import { ApiError } from '../../../miniprogram/api/errors';
import { bound } from '../../../miniprogram/compose/bind/bound';
import { cameToFront, wentBehind } from '../../../miniprogram/compose/bind/front';
import { here, pulled } from '../../../miniprogram/compose/bind/here';
import { settle } from '../../support/fake-time';

type Identity = 'customer' | 'staff';

/** Who is signed in, as the session store says it. */
const sessions = observable.map<Identity, number>();
const come = action((identity: Identity, session: number) => sessions.set(identity, session));
const leave = action((identity: Identity) => sessions.delete(identity));
const stateOf = (identity: Identity) => ({ state: sessions.has(identity) ? 'signed_in' : 'signed_out' });
const session = {
  get customer() {
    return stateOf('customer');
  },
  get staff() {
    return stateOf('staff');
  },
  tokens: (identity: Identity) => ({
    read: () => (sessions.has(identity) ? { session: sessions.get(identity) } : undefined),
  }),
};
Reflect.set(globalThis, 'getApp', () => ({ core: { session } }));

const { lifetimes } = bound as unknown as {
  lifetimes: Record<'attached' | 'detached', (this: object) => void>;
};

class Page {
  readonly data: Record<string, unknown> = {};
  went_on = 0;

  constructor() {
    lifetimes.attached.call(this);
  }

  setData(patch: Record<string, unknown>): void {
    Object.assign(this.data, patch);
  }

  show(): void {
    cameToFront(this);
  }

  hide(): void {
    wentBehind(this);
  }

  unload(): void {
    wentBehind(this);
    lifetimes.detached.call(this);
  }

  /** A tap: it asks, and goes on when the answer is there. */
  async tap(asked: Promise<unknown>, busy?: string): Promise<void> {
    await here(this, asked, busy);
    this.went_on += 1;
  }
}

/** A request that the test answers. */
function request() {
  let answer: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const asked = new Promise<void>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { asked, answer, fail };
}

function opened(): Page {
  const page = new Page();
  page.show();
  return page;
}

beforeEach(() => {
  leave('customer');
  leave('staff');
});

describe('I3 what follows an answer', () => {
  it('runs while the page is in front', async () => {
    const page = opened();
    const { asked, answer } = request();
    void page.tap(asked);
    answer();
    await settle();
    expect(page.went_on).toBe(1);
  });

  it('runs for what a page asked while it was opened', async () => {
    const before = opened();
    before.hide();
    const page = new Page();
    const { asked, answer } = request();
    void page.tap(asked);
    page.show();
    answer();
    await settle();
    expect(page.went_on).toBe(1);
  });

  it('never runs once the page is gone', async () => {
    const tab = opened();
    const page = opened();
    const { asked, answer } = request();
    void page.tap(asked);
    page.unload();
    tab.show();
    answer();
    await settle();
    expect(page.went_on).toBe(0);
  });

  it('never runs once another page came to the front, even when the person is back before the answer', async () => {
    const [tab, other] = [new Page(), new Page()];
    tab.show();
    const { asked, answer } = request();
    void tab.tap(asked);
    tab.hide();
    other.show();
    other.hide();
    tab.show();
    answer();
    await settle();
    expect(tab.went_on).toBe(0);
  });

  it('waits while the app is in the background, or a chooser covers the page', async () => {
    const page = opened();
    const { asked, answer } = request();
    void page.tap(asked);
    page.hide();
    answer();
    await settle();
    expect(page.went_on).toBe(0);
    page.show();
    await settle();
    expect(page.went_on).toBe(1);
  });

  it('never runs when the page was left between the answer and its being seen', async () => {
    const [page, other] = [new Page(), new Page()];
    page.show();
    const { asked, answer } = request();
    void page.tap(asked);
    page.hide();
    answer();
    await settle();
    other.show();
    await settle();
    expect(page.went_on).toBe(0);
  });

  it.each(['customer', 'staff'] as const)('never runs once the %s has left, or is another', async (who) => {
    for (const next of [() => leave(who), () => come(who, 2)]) {
      come(who, 1);
      const page = opened();
      const { asked, answer } = request();
      void page.tap(asked);
      next();
      answer();
      await settle();
      expect(page.went_on).toBe(0);
    }
  });

  it('runs where the answer is a sign-in', async () => {
    const page = opened();
    const { asked, answer } = request();
    void page.tap(asked);
    come('customer', 1);
    answer();
    await settle();
    expect(page.went_on).toBe(1);
  });

  it('is told a failure likewise', async () => {
    for (const leaves of [false, true]) {
      const page = opened();
      const { asked, fail } = request();
      const told: unknown[] = [];
      here(page, asked).catch((error: unknown) => told.push(error));
      if (leaves) page.unload();
      fail(new ApiError({ kind: 'network' }));
      await settle();
      expect(told).toHaveLength(leaves ? 0 : 1);
    }
  });

  it('lets a bug of ours surface, even if the person has left', async () => {
    const page = opened();
    const { asked, fail } = request();
    const waiting = here(page, asked);
    page.unload();
    fail(new TypeError('ours'));
    await expect(waiting).rejects.toThrow('ours');
  });

  it('throws for a component without the behavior that says whether it is gone', () => {
    const setData = (): void => undefined;
    expect(() => here({ setData }, Promise.resolve())).toThrow('bound');
  });
});

describe('I3 what shows that something is under way', () => {
  it('goes when the answer is there, although the page was left for another', async () => {
    const [tab, other] = [new Page(), new Page()];
    tab.show();
    const { asked, answer } = request();
    void tab.tap(asked, 'starting');
    expect(tab.data).toEqual({ starting: true });
    tab.hide();
    other.show();
    answer();
    await settle();
    expect([tab.data, tab.went_on]).toEqual([{ starting: false }, 0]);
  });

  it('goes when the person signs out, although the answer never comes', async () => {
    come('customer', 1);
    const page = opened();
    void page.tap(request().asked, 'starting');
    let stopped = 0;
    Reflect.set(globalThis, 'wx', { stopPullDownRefresh: () => (stopped += 1) });
    void pulled(request().asked);
    leave('customer');
    await settle();
    expect([page.data, stopped]).toEqual([{ starting: false }, 1]);
  });

  it('goes once: an earlier tap does not end the sign of a later one', async () => {
    come('customer', 1);
    const page = opened();
    const first = request();
    void page.tap(first.asked, 'starting');
    leave('customer');
    void page.tap(request().asked, 'starting');
    first.answer();
    await settle();
    expect(page.data).toEqual({ starting: true });
  });
});
