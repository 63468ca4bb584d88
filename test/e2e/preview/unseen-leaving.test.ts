// What stands between a page and the person who goes back from it.
import { OUT, page, smallPrograms, type Shown } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

/** @param script of the page `pages/q/q`, which was opened from `pages/p/p` */
async function openSecond(script: string, wxml: string, json: object = {}): Promise<Shown> {
  const shown = await small.open(
    page(`Page({ onReady() { wx.navigateTo({ url: '/pages/q/q' }) } })`, '<view>first</view>', {
      'app.json': { pages: ['pages/p/p', 'pages/q/q'] },
      'pages/q/q.js': script,
      'pages/q/q.json': json,
      'pages/q/q.wxml': `${wxml}${OUT}`,
    }),
  );
  await shown.device.ready('pages/q/q');
  return shown;
}

const tapBar = (shown: Shown): Promise<void> => shown.device.page.getByLabel('返回').tap();

it('F1 going back closes an open page-container and keeps the page; the next time the page goes', async () => {
  const shown = await openSecond(
    `Page({ data: { show: false, o: '' }, open() { this.setData({ show: true }) }, back() { wx.navigateBack() },
      said(e) { this.setData({ o: e.type, ...(e.type === 'beforeleave' ? { show: false } : {}) }) } })`,
    `<button bindtap="open">open</button><page-container show="{{show}}" bindbeforeenter="said" bindbeforeleave="said">
      <button bindtap="back">back</button></page-container>`,
  );
  for (const goBack of [() => tapBar(shown), () => shown.device.tap({ text: 'back' })]) {
    await shown.device.tap({ text: 'open' });
    await shown.says('beforeenter');
    await goBack();
    await shown.says('beforeleave');
    expect(await shown.device.route()).toBe('pages/q/q');
  }
  await tapBar(shown);
  await shown.device.ready('pages/p/p');
});

describe('F1 wx.enableAlertBeforeUnload', () => {
  const SCRIPT = `Page({ data: { o: '' }, onLoad() { wx.enableAlertBeforeUnload({ message: 'Not saved. Leave?' }) },
    saved() { wx.disableAlertBeforeUnload() }, back() { wx.navigateBack({ fail: (e) => this.setData({ o: e.errMsg }) }) } })`;
  const WXML = '<button bindtap="saved">saved</button><button bindtap="back">back</button>';

  it('F1 asks before the button of the bar leaves the page', async () => {
    const shown = await openSecond(SCRIPT, WXML);
    await tapBar(shown);
    await shown.device.see({ shell: 'Not saved. Leave?' });
    await shown.device.tap({ shell: '取消' });
    expect(await shown.device.route()).toBe('pages/q/q');
    await tapBar(shown);
    await shown.device.tap({ shell: '确定' });
    await shown.device.ready('pages/p/p');
  });

  it('F1 asks before a button of the program’s own, where there is no bar', async () => {
    const shown = await openSecond(SCRIPT, `<view style="padding-top:120px">${WXML}</view>`, {
      navigationStyle: 'custom',
    });
    await shown.device.tap({ text: 'back' });
    await shown.device.tap({ shell: '取消' });
    await shown.says('navigateBack:fail cancel');
    expect(await shown.device.route()).toBe('pages/q/q');
  });

  it('F1 does not ask when the program goes back by itself, nor after wx.disableAlertBeforeUnload', async () => {
    const itself = await openSecond(SCRIPT, WXML);
    await itself.device.tap({ text: 'back' });
    await itself.device.ready('pages/p/p');
    const saved = await openSecond(SCRIPT, WXML);
    await saved.device.tap({ text: 'saved' });
    await tapBar(saved);
    await saved.device.ready('pages/p/p');
  });
});

it('F1 a loading and a toast need no title; one that is undefined is refused', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '' }, async onReady() {
        const said = [(await wx.showLoading()).errMsg, (await wx.showToast({ icon: 'none' })).errMsg];
        await wx.showToast({ title: undefined }).catch((e) => said.push(e.errMsg));
        this.setData({ o: said.join(' · ') });
      } })`,
    ),
  );
  await shown.says(
    'showLoading:ok · showToast:ok · showToast:fail parameter error: parameter.title should be String instead of Undefined;',
  );
});
