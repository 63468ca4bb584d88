// Programs of WeChat's first years: the tags that its documentation no longer has.
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

it('F1 a modal asks, and tells the program which answer was tapped', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '', away: false }, said(e) { this.setData({ o: e.type, away: e.type === 'confirm' }) } })`,
      `<modal title="Leave?" confirm-text="Yes" cancel-text="No" hidden="{{away}}" bindconfirm="said" bindcancel="said">all of it</modal>${OUT}`,
    ),
  );
  const { device } = shown;
  expect(await device.text()).toMatch(/Leave\?\s+all of it\s+No\s+Yes/);
  await device.tap({ text: 'No' });
  await shown.says('cancel');
  await device.tap({ text: 'Yes' });
  await shown.says('confirm');
  expect(await device.text()).not.toContain('Leave?');
});

it('F1 an action sheet is hidden until the program shows it, and tells when the person wants it away', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '', away: true, list: ['one', 'two'] }, show() { this.setData({ away: false }) },
        chosen(e) { this.setData({ o: e.currentTarget.dataset.one }) }, change() { this.setData({ away: true, o: 'away' }) } })`,
      `<button bindtap="show">show</button><action-sheet hidden="{{away}}" bindchange="change">
        <block wx:for-items="{{list}}" wx:key="*this"><action-sheet-item bindtap="chosen" data-one="{{item}}">{{item}}</action-sheet-item></block>
        <action-sheet-cancel>leave</action-sheet-cancel></action-sheet>${OUT}`,
    ),
  );
  expect(await shown.device.text()).not.toContain('two');
  await shown.device.tap({ text: 'show' });
  await shown.device.tap({ text: 'two' });
  await shown.says('two');
  await shown.device.tap({ text: 'leave' });
  await shown.says('away');
  expect(await shown.device.text()).not.toContain('two');
});

it('F1 a toast tells when its time is over, and a loading stays until it is hidden', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '', quiet: true, busy: false }, show() { this.setData({ quiet: false, busy: true }) },
        over() { this.setData({ quiet: true, o: 'over' }) } })`,
      `<toast hidden="{{quiet}}" duration="50" bindchange="over">saved</toast><loading hidden="{{busy}}">wait</loading>
        <button bindtap="show">show</button>${OUT}`,
    ),
  );
  expect(await shown.device.text()).toContain('wait');
  await shown.device.tap({ text: 'show' });
  await shown.says('over');
  expect(await shown.device.text()).not.toMatch(/wait|saved/);
});

it('F1 a component of the program may have such a name', async () => {
  const shown = await small.open(
    page('Page({})', '<modal/>', {
      'pages/p/p.json': { usingComponents: { modal: '/modal' } },
      'modal.json': { component: true },
      'modal.js': 'Component({})',
      'modal.wxml': '<view id="own">mine</view>',
    }),
  );
  const frame = await shown.device.frame();
  expect(await frame.locator('wx-modal').evaluate((own) => getComputedStyle(own).position)).toBe('static');
  expect(await shown.device.text()).toBe('mine');
});
