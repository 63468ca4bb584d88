// When the socket opens and closes, told as what happens to one phone.
import { TIMES } from '../../../../miniprogram/packages/member/realtime/delays';
import { connected, PolicyWorld, silent } from './policy-world';

const wifi = { type: 'network', connected: true, network_type: 'wifi' } as const;
const none = { type: 'network', connected: false, network_type: 'none' } as const;

const lose = (world: PolicyWorld) => world.tell({ type: 'ended', generation: world.generation });

test('nothing opens before someone starts it, and nothing for nobody', () => {
  const world = new PolicyWorld();
  world.tell({ type: 'session', session: 1 });
  world.advance(60_000);
  expect(world.count('open')).toBe(0);
  world.tell({ type: 'start' }, { type: 'session', session: undefined });
  expect(world.count('open')).toBe(1);
  expect(world.orders.at(-1)).toMatchObject({ type: 'close' });
});

test('what is stopped closes, and opens nothing before it is started again', () => {
  const world = connected();
  world.tell({ type: 'stop' });
  expect(world.orders.at(-1)).toMatchObject({ type: 'close' });
  world.gone(world.generation);
  world.tell({ type: 'shown' }, none, wifi);
  world.advance(600_000);
  expect(world.count('open')).toBe(1);
  world.tell({ type: 'start' });
  expect(world.count('open')).toBe(2);
});

describe('after a server is lost', () => {
  test.each([
    [0, 0],
    [0.5, 15_000],
    [0.999, 29_970],
  ])('the way back is spread over 30 s: chance %d waits %d ms', (chance, wait_ms) => {
    const world = connected(() => chance);
    lose(world);
    world.advance(wait_ms + 1);
    expect(world.orders.at(-1)).toMatchObject({ type: 'open', at: 1_000_000 + wait_ms });
  });

  test('attempts that fail wait a random part of 1, 2, 4 … at most 60 s', () => {
    const world = new PolicyWorld(() => 0.5);
    world.obey = ({ type: what, generation }) => {
      if (what === 'open') world.tell({ type: 'ended', generation });
      if (what === 'close') world.gone(generation);
    };
    world.begin();
    world.advance(300_000);
    const opens = world.orders.filter((order) => order.type === 'open');
    const gaps = opens.slice(1).map(({ at }, index) => at - (opens[index]?.at ?? 0));
    expect(gaps.slice(0, 8)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test('a phone that finds the lost server still down tries once in each spread that follows: 30 s, later 60', () => {
    const world = connected(() => 0.5);
    world.obey = ({ type: what, generation }) => {
      if (what === 'open') world.tell({ type: 'ended', generation });
      if (what === 'close') world.gone(generation);
    };
    lose(world);
    world.advance(330_000);
    const opens = world.orders.filter((order) => order.type === 'open').slice(1);
    expect(opens.map(({ at }) => (at - 1_000_000) / 1000)).toEqual([15, 45, 75, 105, 150, 210, 270, 330]);
  });

  test('a try that the person brought about does not bring the next one forward', () => {
    const world = silent(connected(() => 0.5));
    lose(world);
    world.tell({ type: 'hidden' });
    world.advance(2_000);
    world.tell({ type: 'shown' });
    lose(world);
    expect(world.state.link).toMatchObject({ state: 'resting', until: 1_045_000 });
  });

  test('where the phone changed its network there is no spread but the usual back-off', () => {
    const world = silent(connected(() => 0.5));
    world.advance(10_000);
    lose(world);
    world.tell({ ...wifi, network_type: '5g' });
    lose(world);
    expect(world.state.link).toMatchObject({ state: 'resting', until: world.now + 500 });
  });

  test('a good connection starts the back-off anew', () => {
    const world = connected(() => 0.5);
    world.tell({ type: 'ended', generation: world.generation });
    world.advance(TIMES.spread);
    expect(world.state.link.state).toBe('open');
    expect(world.state.failures).toBe(0);
  });

  test('another network, or the app in front again, ends the waiting', () => {
    for (const event of [{ ...wifi, network_type: '5g' } as const, { type: 'shown' } as const]) {
      const world = connected(() => 0.9);
      world.advance(10_000);
      lose(world);
      world.tell(event);
      expect(world.orders.at(-1)).toMatchObject({ type: 'open', at: world.now });
    }
  });

  test('flickering networks do not make a storm: one attempt a second at most', () => {
    const world = connected(() => 0.9);
    world.obey = ({ type: what, generation }) => {
      if (what === 'open') world.tell({ type: 'ended', generation });
      if (what === 'close') world.gone(generation);
    };
    lose(world);
    const before = world.count('open');
    for (let times = 0; times < 100; times += 1) {
      world.tell(none, wifi);
      world.advance(100);
    }
    expect(world.count('open') - before).toBeLessThanOrEqual(10);
  });
});

describe('in the background', () => {
  test('the connection lives 15 s and is closed then', () => {
    const world = connected();
    world.tell({ type: 'hidden' });
    world.advance(14_999);
    expect(world.count('close')).toBe(0);
    world.advance(1);
    expect(world.count('close')).toBe(1);
    world.advance(600_000);
    expect(world.count('open')).toBe(1);
    world.tell({ type: 'shown' });
    expect(world.state.link.state).toBe('open');
  });

  test('a phone that slept through the grace closes and opens at once, without probing the dead connection', () => {
    const world = connected();
    world.tell({ type: 'hidden' });
    world.sleep(3_600_000);
    world.tell({ type: 'shown' });
    expect(world.orders.slice(1).map((order) => order.type)).toEqual(['close', 'open']);
    expect(world.state.link.state).toBe('open');
  });

  test('back within the grace the connection is asked for a sign of life, and replaced when there is none', () => {
    const world = connected();
    silent(world);
    world.tell({ type: 'hidden' });
    world.sleep(4_000);
    world.tell({ type: 'shown' });
    expect(world.orders.at(-1)).toMatchObject({ type: 'probe' });
    world.advance(TIMES.probe - 1);
    expect(world.count('close')).toBe(0);
    world.advance(1);
    expect(world.orders.slice(-2).map((order) => order.type)).toEqual(['close', 'open']);
  });

  test('a sign of life keeps it', () => {
    const world = connected();
    world.tell({ type: 'hidden' }, { type: 'shown' });
    world.advance(TIMES.probe + 1);
    expect(world.count('probe')).toBe(1);
    expect(world.count('close')).toBe(0);
  });

  test('nothing is opened there, not even within the grace', () => {
    const world = connected(() => 0.1);
    lose(world);
    world.tell({ type: 'hidden' });
    world.advance(14_000);
    expect(world.count('open')).toBe(1);
    world.tell({ type: 'shown' });
    expect(world.count('open')).toBe(2);
  });

  test('thirty quick changes leave the one socket alone', () => {
    const world = connected();
    silent(world);
    for (let times = 0; times < 30; times += 1) {
      world.tell({ type: 'hidden' });
      world.advance(50);
      world.tell({ type: 'shown' });
      world.advance(50);
    }
    expect(world.count('open')).toBe(1);
    expect(world.count('close')).toBe(0);
    expect(world.count('probe')).toBe(1);
  });
});

describe('a connection that only looks open', () => {
  test('is asked after 40 s of silence, and given up 5 s later', () => {
    const world = silent(connected(() => 0));
    world.advance(TIMES.quiet);
    expect(world.orders.at(-1)).toMatchObject({ type: 'probe' });
    world.advance(TIMES.probe);
    expect(world.orders.slice(-2).map((order) => order.type)).toEqual(['close', 'open']);
  });

  test('pings keep it from being asked', () => {
    const world = connected();
    for (let pings = 0; pings < 20; pings += 1) {
      world.advance(25_000);
      world.tell({ type: 'heard', generation: world.generation });
    }
    expect(world.count('probe')).toBe(0);
  });

  test('is asked at once when the network changes under it', () => {
    const world = connected();
    world.tell({ ...wifi, network_type: '4g' });
    expect(world.orders.at(-1)).toMatchObject({ type: 'probe' });
  });
});

describe('the old wire', () => {
  test('is waited for, two seconds at most: offline, WeChat never confirms a close', () => {
    const world = connected();
    world.obey = () => undefined;
    world.tell(none);
    expect(world.count('close')).toBe(1);
    world.tell(wifi);
    world.advance(1_999);
    expect(world.count('open')).toBe(1);
    world.advance(1);
    expect(world.count('open')).toBe(2);
  });

  test('changes nothing when it closes late', () => {
    const world = connected();
    world.obey = () => undefined;
    world.tell(none, wifi);
    world.advance(2_000);
    world.tell({ type: 'opened', generation: world.generation });
    world.gone(1);
    world.tell({ type: 'ended', generation: 1 });
    expect(world.state.link).toMatchObject({ state: 'open', generation: 2 });
  });

  test('an attempt that is never answered is given up after 30 s', () => {
    const world = silent(new PolicyWorld(() => 0));
    world.begin();
    world.advance(TIMES.open);
    expect(world.orders.map((order) => order.type)).toEqual(['open', 'close', 'open']);
  });
});

describe('I12 a connection that the server ends without a word', () => {
  const dismiss = (world: PolicyWorld) => world.tell({ type: 'dismissed', generation: world.generation });
  const opens = (world: PolicyWorld) =>
    world.orders.filter(({ type }) => type === 'open').map(({ at }) => at);

  test.each([0, 0.5, 0.999])(
    'is asked about at a random moment within 3 s, so that not all come back at once (chance %d)',
    (chance) => {
      const world = silent(connected(() => chance));
      dismiss(world);
      world.advance(3_000);
      expect(opens(world)).toHaveLength(2);
      expect((opens(world)[1] ?? Infinity) - 1_000_000).toBeCloseTo(chance * 3_000);
    },
  );

  test('is lost like any other when that happens again within a minute', () => {
    const world = silent(connected(() => 0.999));
    dismiss(world);
    world.advance(3_000);
    world.tell({ type: 'opened', generation: world.generation });
    dismiss(world);
    world.advance(29_000);
    expect(opens(world)).toHaveLength(2);
    world.advance(2_000);
    expect(opens(world)).toHaveLength(3);
  });

  test('waits for the person while the app is behind', () => {
    const world = silent(connected(() => 0));
    world.tell({ type: 'hidden' });
    dismiss(world);
    world.advance(10_000);
    expect(opens(world)).toHaveLength(1);
    world.tell({ type: 'shown' });
    expect(opens(world)).toHaveLength(2);
  });
});
