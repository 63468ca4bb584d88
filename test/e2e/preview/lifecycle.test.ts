// The order of a program's life and the rules of its page stack, in a real browser.
import { startStand, type Program, type Stand } from './support';

let stand: Stand;
let program: Program;
beforeAll(async () => {
  stand = await startStand();
}, 60_000);
afterAll(() => stand.close());
afterEach(() => program.close());

describe('life', () => {
  it('starts with the app, then the page: attached and ready of its components from the inside out', async () => {
    program = await stand.open('pages/home/home?x=%E5%90%8D');
    expect(await program.notes()).toEqual([
      'app launch pages/home/home',
      'app show 1001',
      'card label first',
      'card attached',
      'home load {"x":"%E5%90%8D"} of 1',
      'home show',
      'panel ready',
      'card ready',
      'home ready',
    ]);
  });

  it('passes the query undecoded and lets both ends of the event channel talk', async () => {
    program = await stand.open('pages/home/home');
    await program.notes();
    await program.call('openSecond');
    await program.page.waitForFunction(() => globalThis.__host?.pages().length === 2);
    await program.settled();
    expect(await program.notes()).toEqual([
      'home hide',
      'second attached %E5%90%8D of 2',
      'second load %E5%90%8D',
      'second component show',
      'second component ready',
      'second ready',
    ]);
    await program.until((data) => data['heard'] === 'hello');
    await program.back();
    expect(await program.notes()).toEqual(['second unload', 'home show']);
    expect((await program.data())['asked']).toBe('hello back');
  });

  it('keeps tab pages alive and gives each its own tab bar', async () => {
    program = await stand.open('pages/home/home');
    await program.notes();
    await program.tap('#tab-1');
    await program.page.waitForFunction(() => globalThis.__host?.pages()[0]?.route === 'pages/mine/mine');
    await program.settled();
    expect(await program.notes()).toEqual(['home hide', 'mine load', 'mine show']);
    const frame = await program.frame();
    expect(await frame.getAttribute('#tab-1', 'class')).toContain('on');
    await program.go('switchTab', '/pages/home/home');
    expect(await program.notes()).toEqual(['mine hide', 'home show']);
    expect(await (await program.frame()).getAttribute('#tab-1', 'class')).toContain('off');
  });

  it('goes to background and comes back by another page', async () => {
    program = await stand.open('pages/home/home');
    await program.notes();
    await program.host((host) => host.background());
    expect(await program.notes()).toEqual(['home hide', 'app hide']);
    await program.host((host) =>
      host.foreground({ path: 'pages/strict/strict', query: { a: '1' }, scene: 1007 }),
    );
    await program.settled();
    expect(await program.notes()).toEqual(['app show 1007', 'home unload']);
    expect(await program.pages()).toMatchObject([{ route: 'pages/strict/strict', query: { a: '1' } }]);
  });

  it('survives a reload on the page that was open', async () => {
    program = await stand.open('pages/home/home');
    await program.go('navigateTo', '/pages/strict/strict?n=2');
    await program.page.reload();
    await program.settled();
    expect(await program.pages()).toMatchObject([{ route: 'pages/strict/strict', query: { n: '2' } }]);
  });
});

describe('the stack', () => {
  it('fails with the words of WeChat', async () => {
    program = await stand.open('pages/home/home');
    expect(await program.go('navigateTo', '/pages/mine/mine')).toBe('can not navigateTo a tabbar page');
    expect(await program.go('switchTab', '/pages/strict/strict')).toBe('can not switch to no-tabBar page');
    expect(await program.go('navigateTo', '/pages/gone/gone')).toBe('page "pages/gone/gone" is not found');
    for (let at = 0; at < 9; at++) expect(await program.go('navigateTo', '../strict/strict')).toBe('ok');
    expect(await program.go('navigateTo', '../strict/strict')).toBe('webview count limit exceed');
    expect(await program.routes()).toHaveLength(10);
    await program.back(20);
    expect(await program.routes()).toEqual(['pages/home/home']);
  });

  it('loads a subpackage when its page is first opened', async () => {
    program = await stand.open('pages/home/home');
    const asked: string[] = [];
    program.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await program.go('navigateTo', '/packages/extra/far/far');
    expect(await program.data()).toEqual({ loaded: true });
    expect(asked).toContain('/@build/packages/extra.js');
  });

  it('shows the fault in place of a faulty page, and other pages work', async () => {
    program = await stand.open('pages/home/home');
    await program.go('navigateTo', '/pages/broken/broken');
    const [, broken] = await program.pages();
    expect(broken?.fault?.message).toContain("Cannot read properties of undefined (reading 'deep')");
    expect(broken?.fault?.where).toContain('pages/broken/broken');
    await program.back();
    await program.go('navigateTo', '/pages/strict/strict');
    expect((await program.pages()).at(-1)?.fault).toBeNull();
  });
});
