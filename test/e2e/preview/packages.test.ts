// Subpackages that the phone has or has not: what opens, what fails, and what it still has after a restart.
import { startStand, type Program, type Stand } from './support';
import { reaches } from './wait';

const PLAIN = '/packages/parts/plain/plain';

let stand: Stand;
let program: Program;
beforeAll(async () => {
  stand = await startStand();
}, 60_000);
afterAll(() => stand.close());
afterEach(() => program.close());

const fetched = (): Promise<string[]> => program.fetched();

describe('a page of a subpackage', () => {
  it('does not open without a network, the stack stays, and it opens when there is one', async () => {
    program = await stand.open('pages/home/home');
    await program.network(true);
    expect(await program.go('navigateTo', PLAIN)).toBe('loadSubpackage: fail');
    expect(await program.go('redirectTo', PLAIN)).toBe('loadSubpackage: fail');
    expect(await program.routes()).toEqual(['pages/home/home']);
    expect(await fetched()).toEqual(['']);
    await program.network(false);
    expect(await program.go('navigateTo', PLAIN)).toBe('ok');
    expect(await program.routes()).toEqual(['pages/home/home', 'packages/parts/plain/plain']);
    expect(await fetched()).toEqual(['', 'packages/parts']);
    expect(program.messages.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('opens without a network once the phone has its package, after a restart as well', async () => {
    program = await stand.open('pages/home/home');
    await program.go('navigateTo', PLAIN);
    await program.back();
    await program.network(true);
    expect(await program.go('navigateTo', PLAIN)).toBe('ok');
    await program.restart();
    expect(await program.routes()).toEqual(['packages/parts/plain/plain']);
    expect(await program.go('navigateTo', '/packages/extra/far/far')).toBe('loadSubpackage: fail');
  });

  it('is not there at the first run without a network', async () => {
    program = await stand.open('pages/home/home', { offline: true });
    expect(await program.routes()).toEqual(['pages/home/home']);
    expect(await program.go('navigateTo', PLAIN)).toBe('loadSubpackage: fail');
  });

  it('arrives as late as the network is slow, and not at all when that goes away meanwhile', async () => {
    program = await stand.open('pages/home/home');
    program.shape({ latencyMs: 300 });
    const before = Date.now();
    expect(await program.go('navigateTo', PLAIN)).toBe('ok');
    expect(Date.now() - before).toBeGreaterThanOrEqual(300);
    // So slow that the network is away before the package is there, however late the test hears of its request.
    program.shape({ latencyMs: 5_000 });
    const going = program.go('navigateTo', '/packages/extra/far/far');
    await program.page.waitForRequest(/@bridge\/package/);
    program.shape({ offline: true });
    expect(await going).toBe('loadSubpackage: fail');
  });
});

describe('preloadRule', () => {
  it('brings the package onto the phone without running any of it', async () => {
    program = await stand.open('pages/second/second');
    await reaches(fetched, ['', 'packages/parts']);
    expect(await program.page.locator('script[src*="packages/parts"]').count()).toBe(0);
    await program.network(true);
    expect(await program.go('navigateTo', PLAIN)).toBe('ok');
  });

  it('brings nothing on another network than Wi-Fi unless it says so, and nothing without any', async () => {
    program = await stand.open('pages/home/home');
    await program.host((host) => host.setNetwork('4g'));
    await program.go('navigateTo', '/pages/second/second');
    await program.go('navigateTo', '/packages/extra/far/far');
    expect(await fetched()).toEqual(['', 'packages/extra']);
    await program.close();
    program = await stand.open('pages/second/second', { offline: true });
    await program.network(false);
    await program.go('navigateTo', '/packages/extra/far/far');
    expect(await fetched()).toEqual(['', 'packages/extra']);
  });
});

describe('a module of another package', () => {
  const ask = (): Promise<unknown> => program.call('ask');
  const FAILED = 'packages/parts/words.js loadSubpackage: fail';

  it('comes with its package, which runs once, and fails while that cannot be fetched', async () => {
    program = await stand.open('pages/late/late');
    await program.network(true);
    expect(await ask()).toBe(FAILED);
    expect(await ask()).toBe(FAILED);
    await program.network(false);
    expect([await ask(), await ask()]).toEqual(['parts 1', 'parts 2']);
    await program.network(true);
    expect(await ask()).toBe('parts 3');
  });

  it('comes to callbacks as well', async () => {
    program = await stand.open('pages/late/late');
    await program.network(true);
    await program.call('askOldWay');
    await program.until(({ said }) => said === FAILED);
    await program.network(false);
    await program.call('askOldWay');
    await program.until(({ said }) => said === 'old 1');
  });

  it('comes to a subpackage from another one', async () => {
    program = await stand.open('packages/parts/plain/plain');
    expect(await program.call('sayMore')).toBe('extra');
    expect(await fetched()).toEqual(['', 'packages/parts', 'packages/extra']);
  });
});
