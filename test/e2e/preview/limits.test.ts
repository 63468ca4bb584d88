// What a phone does not allow, and what it does to a program that is away.
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();
const NOW = new Date('2026-03-02T10:00:00');

describe('F3 the limits', () => {
  it('F3 of storage: 1 MB a key, 10 MB in all, and what stood there stays', async () => {
    const shown = await small.open(
      page(
        `Page({ data: { o: '' }, onLoad() {
          const said = []
          const put = (key, kb) => { try { wx.setStorageSync(key, 'x'.repeat(kb * 1024)); said.push('ok') } catch (e) { said.push(e.message.split(':fail ')[1]) } }
          put('a', 1000); put('a', 1025)
          for (let i = 0; i < 9; i++) put('k' + i, 1000)
          put('last', 1000)
          said.push(wx.getStorageSync('a').length / 1024, wx.getStorageInfoSync().limitSize)
          this.setData({ o: said.filter((word) => word !== 'ok').join() }) } })`,
      ),
    );
    await shown.says('entry size limit reached,exceed storage max size 10Mb,1000,10240');
  });

  it('F3 of user files: 200 MB in all', async () => {
    const shown = await small.open(
      page(
        `Page({ data: { o: '' }, onLoad() {
          const files = wx.getFileSystemManager(), whole = new ArrayBuffer(90 * 1024 * 1024)
          const said = ['a', 'b', 'c'].map((name) => { try { files.writeFileSync(wx.env.USER_DATA_PATH + '/' + name, whole); return 'kept' } catch (e) { return e.message.split(':fail ')[1] } })
          this.setData({ o: said.join() }) } })`,
      ),
    );
    await shown.says('kept,kept,the maximum size of the file storage limit is exceeded');
  });

  it('F3 of the stack: ten pages, the eleventh is refused', async () => {
    const shown = await small.open(
      page(
        `Page({ data: { o: '' }, onLoad({ n = 1 }) {
          wx.navigateTo({ url: '/pages/p/p?n=' + (Number(n) + 1), fail: (e) => this.setData({ o: n + ' ' + e.errMsg }) }) } })`,
      ),
    );
    await shown.says('10 navigateTo:fail webview count limit exceed');
    expect(await shown.device.pages()).toHaveLength(10);
  });

  it('F3 of setData: slow beyond 256 KB, refused beyond 1 MB, which leaves the data as it was', async () => {
    const shown = await small.open(
      page(
        `Page({ data: { o: '', much: '' }, onLoad() {
          this.setData({ much: 'x'.repeat(300 * 1024) }); this.setData({ much: 'x'.repeat(1100 * 1024) })
          this.setData({ o: this.data.much.length / 1024 }) } })`,
      ),
    );
    await shown.says('300');
    expect(await shown.errors()).toEqual([expect.stringMatching(/more than the maximum of 1048576/)]);
  });
});

describe('F3 a program that is away', () => {
  const AWAY = page(
    `Page({ data: { o: '' }, onLoad() { this.setData({ o: 'started ' + getApp().starts }) },
      onShow() { if (this.data.o === 'left') this.setData({ o: 'back' }) }, onHide() { this.setData({ o: 'left' }) } })`,
    OUT,
    {
      'app.json': { pages: ['pages/p/p', 'pages/q/q'] },
      'app.ts':
        "App({ starts: 0, onLaunch() { this.starts = (wx.getStorageSync('starts') || 0) + 1; wx.setStorageSync('starts', this.starts) } })",
      'pages/q/q.ts': 'Page({})',
      'pages/q/q.wxml': '<view id="o">second</view>',
    },
  );

  it('F3 comes back as it was within half an hour', async () => {
    const { device } = await small.open(AWAY, { clock: NOW });
    await device.background();
    await device.page.clock.fastForward('29:00');
    await device.foreground();
    expect(await device.data()).toMatchObject({ o: 'back' });
  });

  it('F3 is destroyed after half an hour: it starts anew, at its first page', async () => {
    const shown = await small.open(AWAY, { clock: NOW });
    await shown.device.page.evaluate(() => globalThis.__host?.navigation.navigateTo('/pages/q/q'));
    await shown.device.background();
    await shown.device.page.clock.fastForward('30:00');
    const loaded = shown.device.page.waitForEvent('load');
    await shown.device.foreground();
    await loaded;
    await shown.device.ready('pages/p/p');
    await shown.says('started 2');
    expect(await shown.device.pages()).toHaveLength(1);
  });
});
