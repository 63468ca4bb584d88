// Programs that were not written for the preview: `wx.*` that they call without asking whether it is there.
import { PNG } from 'pngjs';
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

/** A picture of 2 × 1: red, blue. */
function twoColours(): string {
  const picture = new PNG({ width: 2, height: 1 });
  picture.data = Buffer.from([255, 0, 0, 255, 0, 0, 255, 255]);
  return PNG.sync.write(picture).toString('base64');
}
const PICTURE = twoColours();

it('F1 wx.cloud is an object, and what is asked of it fails later', async () => {
  const shown = await small.open({
    ...page(
      `Page({ data: { o: '' }, async onLoad() {
        const first = await wx.cloud.callFunction({ name: 'f' }).catch((e) => e.errCode)
        const second = await new Promise((resolve) => wx.cloud.database().collection('c').where({ a: wx.cloud.database().command.gt(1) }).get({ fail: (e) => resolve(e.errMsg.slice(0, 19)) }))
        this.setData({ o: [getApp().word, first, second].join() }) } })`,
    ),
    'app.ts': "App({ word: '', onLaunch() { wx.cloud.init({ env: 'none' }); this.word = 'launched' } })",
  });
  await shown.says('launched,-501000,collection.get:fail');
  expect(await shown.errors()).toEqual([]);
});

it('F1 what is made by create… and get…Manager is there at once, and fails by its events', async () => {
  const shown = await small.open(
    page(
      `const audio = wx.createInnerAudioContext(), recorder = wx.getRecorderManager(), sound = wx.getBackgroundAudioManager()
       const ad = wx.createRewardedVideoAd({ adUnitId: 'x' }), socket = wx.createUDPSocket(), worker = wx.createWorker('workers/a.js')
       Page({ data: { o: '' }, onReady() {
         const said = []
         const say = (word) => (e) => { if (!said.includes(word)) said.push(word); this.setData({ o: said.sort().join() }) }
         audio.onError(say('audio')); audio.src = '/a.mp3'
         ad.onError(say('ad')); ad.load().catch(say('load')); socket.onError(say('socket')); socket.bind(); worker.onError(say('worker')); worker.postMessage({})
         recorder.onError(say('recorder')); recorder.stop()
         wx.createMapContext('m').getCenterLocation({ fail: say('map') })
         const made = [sound.play, wx.createVideoContext('v').play, wx.createLivePlayerContext('l').play, wx.createCameraContext().takePhoto]
         if (made.some((f) => typeof f !== 'function')) say('missing')()
       } })`,
    ),
  );
  await shown.says('ad,audio,load,map,recorder,socket,worker');
  expect(await shown.errors()).toEqual([]);
});

it('F1 the older canvas draws shapes, text and pictures, and becomes a file', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '' }, onReady() {
        const x = wx.createCanvasContext('c', this)
        x.setFillStyle('#f00'); x.fillRect(0, 0, 50, 100)
        x.drawImage('/images/two.png', 50, 0, 50, 100)
        const g = x.createLinearGradient(0, 0, 100, 0); g.addColorStop(0, '#0f0'); g.addColorStop(1, '#0f0')
        x.fillStyle = g; x.fillRect(0, 50, 50, 50)
        x.setFontSize(20); this.width = x.measureText('word').width
        x.draw(false, () => {
          const at = (x, y) => new Promise((resolve, reject) => wx.canvasGetImageData({ canvasId: 'c', x, y, width: 1, height: 1, success: (r) => resolve([...r.data.slice(0, 3)].join('.')), fail: reject }, this))
          Promise.all([at(10, 10), at(10, 60), at(55, 10), at(95, 10)]).then(async (colors) => {
            const { tempFilePath } = await wx.canvasToTempFilePath({ canvasId: 'c', destWidth: 30, destHeight: 30 }, this)
            const { width } = await wx.getImageInfo({ src: tempFilePath })
            this.setData({ o: [...colors, width, this.width > 20].join() })
          })
        }) } })`,
      `<canvas canvas-id="c" style="width:100px;height:100px"/>${OUT}`,
    ),
    { base64: { 'images/two.png': PICTURE } },
  );
  await shown.says('255.0.0,0.255.0,255.0.0,0.0.255,30,true');
});

it('F1 pictures for a canvas come from the package, from wxfile:// and from data, and lead to no document', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '' }, onReady() { wx.createSelectorQuery().select('#c').node(async (r) => {
        wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/kept.png', '${PICTURE}', 'base64')
        const offscreen = wx.createOffscreenCanvas({ type: '2d', width: 3, height: 4 })
        const load = (canvas, src) => new Promise((resolve) => { const i = canvas.createImage(); i.onload = () => resolve(i.width); i.onerror = () => resolve('error'); i.src = src; if (i.src !== src) resolve('src ' + i.src) })
        const widths = await Promise.all([load(r.node, '/images/two.png'), load(r.node, '../../images/two.png'), load(offscreen, wx.env.USER_DATA_PATH + '/kept.png'), load(r.node, 'data:image/png;base64,${PICTURE}'), load(r.node, '/absent.png')])
        const ways = [r.node, offscreen, r.node.createImage(), r.node.getContext('2d').canvas].map((n) => typeof n.ownerDocument + typeof n.parentNode)
        this.setData({ o: [...widths, offscreen.getContext('2d').canvas.height, ...new Set(ways)].join() })
      }).exec() } })`,
      `<canvas type="2d" id="c" style="width:50px;height:50px"/>${OUT}`,
    ),
    { base64: { 'images/two.png': PICTURE } },
  );
  await shown.says('2,2,2,2,error,4,undefinedundefined');
});

describe('F1 what WeChat asks outside of the program', () => {
  const asking = (call: string): ReturnType<typeof page> =>
    page(
      `Page({ data: { o: '' }, onLoad() { ${call.replace('$', 'success: (r) => this.setData({ o: JSON.stringify(r) }), fail: (e) => this.setData({ o: e.errMsg })')} } })`,
    );
  const pay =
    "wx.requestPayment({ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's', $ })";

  it('F1 a payment is made or not, as the person says', async () => {
    const paid = await small.open(asking(pay));
    await paid.device.tap({ shell: '支付成功' });
    await paid.says('{"errMsg":"requestPayment:ok"}');
    const left = await small.open(asking(pay));
    await left.device.tap({ shell: '取消' });
    await left.says('requestPayment:fail cancel');
  });

  it('F1 the location is given once it is allowed, and the phone can be moved', async () => {
    const shown = await small.open({
      ...asking("wx.getLocation({ type: 'gcj02', $ })"),
      'app.json': { pages: ['pages/p/p'], __usePrivacyCheck__: false },
    });
    await shown.device.page.evaluate(() => globalThis.__host?.moveTo?.({ latitude: 1.5, longitude: 2.5 }));
    await shown.device.tap({ shell: '允许' });
    await shown.says(
      '{"errMsg":"getLocation:ok","latitude":1.5,"longitude":2.5,"speed":0,"accuracy":15,"altitude":0,"verticalAccuracy":0,"horizontalAccuracy":15}',
    );
  });

  it('F1 a recording is silence of the time that it took', async () => {
    const shown = await small.open({
      ...page(
        `const r = wx.getRecorderManager()
         Page({ data: { o: '' }, onLoad() {
           r.onStart(() => setTimeout(() => r.stop(), 50))
           r.onStop(({ tempFilePath, duration, fileSize }) => { const { size } = wx.getFileSystemManager().statSync(tempFilePath); this.setData({ o: [duration >= 50, size === fileSize].join() }) })
           r.start({ duration: 10000 }) } })`,
      ),
      'app.json': { pages: ['pages/p/p'], __usePrivacyCheck__: false },
    });
    await shown.device.tap({ shell: '允许' });
    await shown.says('true,true');
  });
});

it('F1 the content of a root-portal leaves its ancestors, but not its component', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '', on: true, inside: true }, tap(e) { this.setData({ o: this.data.o + e.currentTarget.id }) },
        place() { return new Promise((resolve) => wx.createSelectorQuery().select('#f').boundingClientRect(resolve).exec()) } })`,
      `<view id="around" bindtap="tap" style="transform:translateX(50px);overflow:hidden;height:20px">
         <root-portal wx:if="{{on}}" enable="{{inside}}"><view id="f" bindtap="tap" class="fixed">{{o}}</view></root-portal></view>${OUT}`,
      { 'pages/p/p.wxss': '.fixed { position: fixed; left: 0; top: 100px; width: 60px; height: 60px }' },
    ),
  );
  const place = async (): Promise<unknown> =>
    shown.device.page.evaluate(() => globalThis.__host?.call('place'));
  const set = (data: object): Promise<unknown> =>
    shown.device.page.evaluate((value) => globalThis.__host?.call('setData', value), data);
  expect(await place()).toMatchObject({ left: 0, top: 100 });
  await shown.device.tap({ css: '#f' });
  await shown.says('faround');
  await set({ inside: false });
  expect(await place()).toMatchObject({ left: 50 });
  await set({ inside: true });
  await set({ on: false });
  expect(await place()).toBeNull();
  expect(await (await shown.device.frame()).locator('.fixed').count()).toBe(0);
});
