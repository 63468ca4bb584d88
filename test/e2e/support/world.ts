// The world of a file's tests, and the check that each test ends with.
import type { Profile } from '../../backend';
import type { Device } from '../../preview/playwright';
import { standingWorld } from '../stand';
import type { World } from '../stand';
import { leaks } from './secrets';

export type { World } from '../stand';

/** Who can sign in; see the backend's README. */
export const accounts = { full: '13800000031', second: '13800000032', empty: '13800000033' };

/** Nothing went wrong in the browser and nothing unknown was called; what a test ends with. */
export async function expectCalm(device: Device): Promise<void> {
  expect(await device.problems()).toEqual({ errors: [], console: [], unknownApis: [] });
}

/** What the program threw on any phone that is still open. */
async function thrownOn(phones: readonly Device[]): Promise<string[]> {
  const open = phones.filter(({ page }) => !page.isClosed());
  return (await Promise.all(open.map((device) => device.problems()))).flatMap(({ errors }) => errors);
}

/**
 * The world of the tests around it, seeded anew before each; after each, the program threw nothing on any phone of it, and
 * none has given a secret away. Call it where `beforeAll` may be called.
 */
export function useWorld(profile: Profile = 'documented'): World {
  let standing: World | undefined;
  const world = (): World => {
    if (standing === undefined) throw new Error('the world is there from beforeAll on');
    return standing;
  };
  beforeAll(async () => {
    standing = await standingWorld(profile);
  }, 60_000);
  beforeEach(() => world().renew());
  // Whatever a test is about, it is one of this too.
  afterEach(async () => {
    expect(await thrownOn(world().phones())).toEqual([]);
    expect(await leaks(world())).toEqual([]);
  });
  afterAll(() => standing?.renew());
  return {
    get backend() {
      return world().backend;
    },
    get preview() {
      return world().preview;
    },
    get browser() {
      return world().browser;
    },
    get rewrites() {
      return world().rewrites;
    },
    get asked() {
      return world().asked;
    },
    phones: () => world().phones(),
    open: (options) => world().open(options),
    renew: () => world().renew(),
    close: () => world().close(),
  };
}
