// `wx.*` as a program uses it in a real browser: what needs the device, the shell or the browser's own storage.
import type { Browser } from 'playwright-core';
import type { Preview } from '../../preview';
import { startPreview } from '../../preview';
import type { Device } from '../../preview/playwright';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { Program } from '../../unit/preview/support/program';
import { until } from '../support/until';
import { startTinyBackend, type TinyBackend } from '../../unit/preview/support/backend';

const SOURCES = {
  'app.json': {
    pages: ['pages/a/a', 'pages/b/b'],
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'pages/a/a', text: '一' },
        { pagePath: 'pages/b/b', text: '二' },
      ],
    },
  },
  'custom-tab-bar/index.json': { component: true },
  'custom-tab-bar/index.wxml': '<view/>',
  'custom-tab-bar/index.ts': 'Component({})',
  'pages/a/a.wxml':
    '<image id="picture" src="{{picture}}" style="width:40px;height:40px" bindload="loaded"/>',
  'pages/a/a.ts': `Page({
    data: { picture: '', size: null as unknown },
    loaded(e: { detail: unknown }) { this.setData({ size: e.detail }) },
    wx(name: string, options: Record<string, unknown>) {
      return new Promise((resolve) => {
        const call = (wx as unknown as Record<string, (o: unknown) => unknown>)[name]
        call({ ...options, success: resolve, fail: resolve })
      })
    },
    kinds(names: string[]) { return names.map((name) => typeof (wx as unknown as Record<string, unknown>)[name]) },
    canIUse(name: string) { return wx.canIUse(name) },
    write(text: string) { wx.getFileSystemManager().writeFileSync('wxfile://usr/kept.txt', text, 'utf8') },
    keepAndLeave(keys: string[], data: string) {
      for (const key of keys) wx.setStorageSync(key, data)
      wx.getFileSystemManager().writeFileSync('wxfile://usr/kept.txt', data, 'utf8')
    },
    read() { return wx.getFileSystemManager().readFileSync('wxfile://usr/kept.txt', 'utf8') },
  })`,
  'pages/b/b.wxml': '<view/>',
  'pages/b/b.ts': 'Page({})',
};
/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let backend: TinyBackend;
let preview: Preview;
let browser: Browser;
let device: Device;

beforeAll(async () => {
  backend = await startTinyBackend();
  const { root } = new Program(SOURCES);
  preview = await startPreview({ root, backendUrl: backend.url, deterministic: true, log: () => undefined });
  browser = await standingBrowser();
}, 60_000);
afterAll(async () => {
  await preview.close();
  await backend.close();
});
beforeEach(async () => {
  device = await openPreview(browser, preview.url);
});
afterEach(() => device.close());

const call = (method: string, ...args: unknown[]): Promise<unknown> =>
  device.page.evaluate(([name, given]) => globalThis.__host?.call(name, ...given), [method, args] as const);
const wx = (name: string, options: Record<string, unknown> = {}): Promise<unknown> =>
  call('wx', name, options);
const lay = (agreed: boolean): Promise<void> =>
  device.page.evaluate((given) => globalThis.__host?.setPrivacy?.(given), agreed);

test('a file that the program wrote survives a restart', async () => {
  await call('write', '留下的');
  await device.restart();
  expect(await call('read')).toBe('留下的');
});

test('storage survives a restart, also what the browser itself has no room for', async () => {
  for (let index = 0; index < 8; index++)
    await wx('setStorage', { key: `key${index}`, data: 'x'.repeat(900_000) });
  await device.restart();
  const lengths = Object.values(await device.storage()).map((text) => String(text).length);
  expect(lengths).toEqual(Array.from({ length: 8 }, () => 900_000));
});

test('what a synchronous call kept is there after a reload in the same moment', async () => {
  const keys = Array.from({ length: 8 }, (_, index) => `key${index}`);
  const data = 'x'.repeat(900_000);
  await Promise.all([
    device.page.waitForEvent('load'),
    device.page.evaluate(
      ([names, text]) => {
        void globalThis.__host?.call('keepAndLeave', names, text);
        location.reload();
      },
      [keys, data] as const,
    ),
  ]);
  await device.ready();
  expect(Object.keys(await device.storage()).sort()).toEqual(keys);
  expect(await call('read')).toBe(data);
});

test('clipboard and choosers wait for the privacy answer', async () => {
  const refused = (api: string) => ({
    errno: 104,
    errMsg: `${api}:fail privacy permission is not authorized`,
  });
  expect(await wx('setClipboardData', { data: 'x' })).toEqual(refused('setClipboardData'));
  expect(await wx('chooseMedia', { count: 1 })).toEqual(refused('chooseMedia'));
  await lay(true);
  expect(await wx('setClipboardData', { data: 'x' })).toEqual({ errMsg: 'setClipboardData:ok' });
  expect(await wx('getClipboardData')).toEqual({ errMsg: 'getClipboardData:ok', data: 'x' });
});

test('a chosen picture is shown, uploaded and counted', async () => {
  await lay(true);
  await device.page.evaluate(
    (base64) => globalThis.__host?.feedFiles?.([{ name: 'a.png', type: 'image/png', base64 }]),
    PIXEL,
  );
  const { tempFiles } = (await wx('chooseMedia', { count: 1 })) as { tempFiles: { tempFilePath: string }[] };
  expect(tempFiles).toEqual([expect.objectContaining({ width: 1, height: 1, fileType: 'image' })]);
  const picture = tempFiles[0]?.tempFilePath;
  await call('setData', { picture });
  await device.page.waitForFunction(() => {
    const data = globalThis.__host?.data() as { size: unknown } | undefined;
    return data?.size !== null;
  });
  const sent = (await wx('uploadFile', {
    url: 'http://127.0.0.1:8901/up',
    filePath: picture,
    name: 'image',
    formData: { session: '7' },
  })) as { data: string; statusCode: number };
  expect(sent.statusCode).toBe(207);
  const { method, body } = JSON.parse(sent.data) as { method: string; body: string };
  expect(method).toBe('POST');
  expect(body).toContain('name="session"\r\n\r\n7\r\n');
  expect(body).toContain('name="image"; filename="');
});

test('a badge needs the native tab bar', async () => {
  expect(await wx('setTabBarBadge', { index: 0, text: '1' })).toEqual({
    errMsg: 'setTabBarBadge:fail not TabBar page',
  });
});

test('a question is answered on the screen', async () => {
  const answer = wx('showModal', {
    title: '删除？',
    editable: true,
    placeholderText: '原因',
    confirmText: '好的',
  });
  await device.page.getByPlaceholder('原因').fill('旧了');
  await device.page.getByRole('button', { name: '好的' }).click();
  expect(await answer).toEqual({ errMsg: 'showModal:ok', confirm: true, cancel: false, content: '旧了' });
});

test('screen settings stay readable, and a call shows the number', async () => {
  await wx('setScreenBrightness', { value: 1 });
  await wx('setKeepScreenOn', { keepScreenOn: true });
  const dialling = wx('makePhoneCall', { phoneNumber: '13800000000' });
  await device.page.getByText('呼叫 13800000000').click();
  expect(await dialling).toEqual({ errMsg: 'makePhoneCall:ok' });
  const state = await device.page.evaluate(() => globalThis.__host?.device?.());
  expect(state).toMatchObject({ brightness: 1, keepScreenOn: true, lastCall: '13800000000' });
});

test('an API that the preview lacks is undefined, and the developer is told', async () => {
  const names = ['createVKSession', 'getXrFrameSystem'];
  expect(await call('kinds', names)).toEqual(['undefined', 'undefined']);
  expect(await Promise.all(names.map((name) => call('canIUse', name)))).toEqual([false, false]);
  expect((await device.problems()).unknownApis).toEqual(names);
});

test('what only stands in says so, once', async () => {
  const said: string[] = [];
  device.page.on('console', (message) => said.push(message.text()));
  await wx('vibrateShort');
  await wx('vibrateShort');
  await wx('openBluetoothAdapter');
  // The console is told by messages of its own: the last line comes last.
  await until(() => said.some((line) => line.includes('wx.openBluetoothAdapter')));
  expect(said.filter((line) => line.startsWith('[preview] wx.'))).toEqual([
    '[preview] wx.vibrateShort: counted',
    '[preview] wx.openBluetoothAdapter: this phone has its Bluetooth off',
  ]);
});
