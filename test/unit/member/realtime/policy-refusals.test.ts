// What the socket does when the server says no, when the person changes, and what the banner says meanwhile.
import { connectionView } from '../../../../miniprogram/packages/member/realtime/connection-view';
import { TIMES } from '../../../../miniprogram/packages/member/realtime/delays';
import { connected, PolicyWorld, silent } from './policy-world';

const wifi = { type: 'network', connected: true, network_type: 'wifi' } as const;
const none = { type: 'network', connected: false, network_type: 'none' } as const;

const view = (world: PolicyWorld) => connectionView(world.state, world.now);
const lose = (world: PolicyWorld) => world.tell({ type: 'ended', generation: world.generation });

describe('a server that says no', () => {
  const refuse = (world: PolicyWorld, code: 'TOKEN_EXPIRED' | 'SESSION_REPLACED') =>
    world.tell({ type: 'refused', generation: world.generation, code });

  test('to an old token: another is asked for, and shown at once', () => {
    const world = silent(new PolicyWorld());
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    expect(world.orders.at(-1)).toMatchObject({ type: 'renew', code: 'TOKEN_EXPIRED' });
    world.tell({ type: 'renewed', generation: world.generation });
    expect(world.orders.at(-1)).toMatchObject({ type: 'open', at: world.now });
  });

  test('to the new token too: nothing is tried for two minutes at least', () => {
    const world = silent(new PolicyWorld(() => 0));
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'renewed', generation: world.generation });
    refuse(world, 'TOKEN_EXPIRED');
    world.advance(TIMES.long_least - 1);
    expect([world.count('renew'), world.count('open')]).toEqual([1, 2]);
    world.advance(1);
    expect(world.count('open')).toBe(3);
  });

  test('without a network for the renewal it waits and tries again', () => {
    const world = silent(new PolicyWorld(() => 0.5));
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'not_renewed', generation: world.generation });
    world.advance(500);
    expect(world.count('open')).toBe(2);
  });

  test('to the sign-in itself: the gate ends it, and nothing is opened for nobody', () => {
    const world = silent(connected());
    refuse(world, 'SESSION_REPLACED');
    expect(world.orders.slice(-2)).toMatchObject([
      { type: 'close' },
      { type: 'renew', code: 'SESSION_REPLACED' },
    ]);
    world.tell(
      { type: 'session', session: undefined },
      { type: 'not_renewed', generation: world.generation },
    );
    world.advance(600_000);
    expect(world.count('open')).toBe(1);
    world.tell({ type: 'session', session: 2 });
    expect(world.count('open')).toBe(2);
  });

  test.each([
    [0, 120_000],
    [1, 300_000],
  ])('because it is full: 2 to 5 minutes that nothing shortens (chance %d)', (chance, wait_ms) => {
    const world = silent(connected(() => chance));
    world.tell({ type: 'rejected', generation: world.generation });
    world.advance(wait_ms - 1);
    world.tell({ type: 'shown' }, none, wifi);
    expect(world.count('open')).toBe(1);
    world.advance(1);
    expect(world.count('open')).toBe(2);
  });
});

describe('a renewal', () => {
  const refuse = (world: PolicyWorld, code: 'TOKEN_EXPIRED' | 'SESSION_REVOKED') =>
    world.tell({ type: 'refused', generation: world.generation, code });

  test('that is never answered is given up after 30 s, and the next attempt waits as after any failure', () => {
    const world = silent(new PolicyWorld(() => 0.5));
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    world.advance(TIMES.renew + 499);
    expect(world.count('open')).toBe(1);
    world.advance(1);
    expect(world.count('open')).toBe(2);
    // Its answer is too late: it is not about the attempt that is under way.
    const { state } = world;
    world.tell({ type: 'renewed', generation: 1 }, { type: 'not_renewed', generation: 1 });
    expect(world.state).toEqual(state);
  });

  test('that follows another at once is not tried at once', () => {
    const world = silent(new PolicyWorld(() => 0.5));
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'renewed', generation: world.generation });
    refuse(world, 'SESSION_REVOKED');
    expect(world.orders.at(-1)).toMatchObject({ type: 'renew', code: 'SESSION_REVOKED' });
    world.tell({ type: 'renewed', generation: world.generation });
    expect(world.count('open')).toBe(2);
    world.advance(499);
    expect(world.count('open')).toBe(2);
    world.advance(1);
    expect(world.count('open')).toBe(3);
  });

  test('is asked for though the person comes back while the refused wire closes', () => {
    const world = silent(new PolicyWorld());
    world.begin();
    world.obey = () => undefined;
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'shown' }, none, wifi);
    world.gone(world.generation);
    expect(world.orders.at(-1)).toMatchObject({ type: 'renew', code: 'TOKEN_EXPIRED' });
  });

  test('is not asked for a person who has left while the refused wire closed', () => {
    const world = silent(new PolicyWorld());
    world.begin();
    world.obey = () => undefined;
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'session', session: 2 });
    world.gone(world.generation);
    expect(world.count('renew')).toBe(0);
    expect(world.orders.at(-1)).toMatchObject({ type: 'open' });
  });

  test('for a person who leaves meanwhile ends with them', () => {
    const world = silent(new PolicyWorld());
    world.begin();
    refuse(world, 'TOKEN_EXPIRED');
    world.tell({ type: 'session', session: 2 });
    expect(world.orders.at(-1)).toMatchObject({ type: 'open', generation: 2 });
    world.tell({ type: 'renewed', generation: 1 });
    expect(world.count('open')).toBe(2);
  });
});

test('another person gets another socket', () => {
  const world = connected();
  world.tell({ type: 'session', session: 2 });
  expect(world.orders.map((order) => order.type)).toEqual(['open', 'close', 'open']);
  expect(world.state.link).toMatchObject({ state: 'open', session: 2 });
});

describe('the banner', () => {
  test('says nothing for the first three seconds of a gap', () => {
    const world = silent(connected(() => 0.9));
    expect(view(world)).toBe('connected');
    lose(world);
    world.advance(2_999);
    expect(view(world)).toBe('settling');
    world.advance(1);
    expect(view(world)).toBe('connecting');
  });

  test('does not count the time in the background', () => {
    const world = silent(connected());
    world.tell({ type: 'hidden' });
    world.sleep(60_000);
    world.tell({ type: 'shown' });
    expect(view(world)).toBe('settling');
  });

  test('is silent where no connection is due', () => {
    const world = connected();
    world.tell(none);
    expect(view(world)).toBe('off');
    expect(view(new PolicyWorld())).toBe('off');
  });
});
