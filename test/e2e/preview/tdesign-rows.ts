// TDesign's components, each in a page of its own: how it is written, what a finger does to it, and what the program hears of it.
import type { Frame, Page } from 'playwright-core';
import type { Sources } from '../../unit/preview/support/program';

const EVENTS =
  'tap click change close confirm select selected pick focus visible-change go-back item-click refresh to-top dragend';
const HEAR = EVENTS.split(' ')
  .map((name) => `bind:${name}="hear"`)
  .join(' ');

interface Shown {
  page: Page;
  frame: Frame;
}
type Act = (shown: Shown) => Promise<void>;

export interface Row {
  name: string;
  /** Folders of the library. */
  uses: string[];
  /** `$` stands for the listeners. */
  wxml: string;
  act: Act;
  /** The event that the program hears. */
  event: string;
}

const css =
  (selector: string, at = 0): Act =>
  ({ frame }) =>
    frame.locator(selector).nth(at).tap();
const text =
  (words: string): Act =>
  ({ frame }) =>
    frame.getByText(words, { exact: true }).first().tap();
/** What is behind a popup, once it is there. */
const behind =
  (x: number, y: number): Act =>
  ({ frame }) =>
    frame.locator('.t-overlay').first().tap({ position: { x, y } });
const both =
  (...acts: Act[]): Act =>
  async (shown) => {
    for (const act of acts) await act(shown);
  };

/** A finger from the middle of the element over a distance in px. */
const drag =
  (selector: string, right: number, down: number): Act =>
  async ({ page, frame }) => {
    const box = await frame.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not shown`);
    const devtools = await page.context().newCDPSession(page);
    const steps = Array.from({ length: 7 }, (_, step) => ({
      x: box.x + box.width / 2 + (right * step) / 6,
      y: box.y + box.height / 2 + (down * step) / 6,
    }));
    for (const [step, point] of steps.entries())
      await devtools.send('Input.dispatchTouchEvent', {
        type: step === 0 ? 'touchStart' : 'touchMove',
        touchPoints: [point],
      });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };

const row = (uses: string, wxml: string, event: string, act: Act): Row => {
  const folders = uses.split(' ');
  return { name: `${folders[0] ?? ''} ${event}`, uses: folders, wxml, event, act };
};

const OPTIONS = "{{[{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }]}}";
const TREE =
  "{{[{ value: 'a', label: '甲', children: [{ value: 'c', label: '丙' }, { value: 'd', label: '丁' }] }]}}";
const pair = (tag: string, words: string): string =>
  `<${tag} value="0" ${words}="甲"/><${tag} value="1" ${words}="乙"/>`;

export const ROWS: readonly Row[] = [
  row('button', '<t-button $>去</t-button>', 'tap', text('去')),
  row('cell', '<t-cell title="格" hover arrow $/>', 'click', text('格')),
  row('checkbox', '<t-checkbox label="选" $/>', 'change', text('选')),
  row('checkbox-group', `<t-checkbox-group options="${OPTIONS}" $/>`, 'change', text('乙')),
  row('radio', '<t-radio label="选" $/>', 'change', text('选')),
  row('radio-group', `<t-radio-group options="${OPTIONS}" $/>`, 'change', text('乙')),
  row(
    'radio radio-group',
    `<t-radio-group $><t-radio value="a" label="甲"/></t-radio-group>`,
    'change',
    text('甲'),
  ),
  row('switch', '<t-switch $/>', 'change', css('.t-switch__body')),
  row('rate', '<t-rate $/>', 'change', css('.t-rate__icon', 3)),
  row('stepper', '<t-stepper value="{{1}}" $/>', 'change', css('.t-stepper__plus')),
  row('slider', '<t-slider value="{{10}}" $/>', 'change', css('.t-slider__bar')),
  row(
    'slider',
    '<view style="padding:60px"><t-slider value="{{10}}" $/></view>',
    'dragend',
    drag('.t-slider__dot', 80, 0),
  ),
  row('check-tag', '<t-check-tag content="签" $/>', 'change', text('签')),
  row('tag', '<t-tag closable $>签</t-tag>', 'close', css('.t-tag__icon-close')),
  row('search', '<t-search $/>', 'focus', css('input')),
  row('input', '<t-input $/>', 'focus', css('input')),
  row('textarea', '<t-textarea $/>', 'focus', css('textarea')),
  row('tabs tab-panel', `<t-tabs value="0" $>${pair('t-tab-panel', 'label')}</t-tabs>`, 'change', text('乙')),
  row(
    'tab-bar tab-bar-item',
    '<t-tab-bar value="a" $><t-tab-bar-item value="a">甲</t-tab-bar-item><t-tab-bar-item value="b">乙</t-tab-bar-item></t-tab-bar>',
    'change',
    text('乙'),
  ),
  row(
    'side-bar side-bar-item',
    `<t-side-bar value="0" $>${pair('t-side-bar-item', 'label')}</t-side-bar>`,
    'change',
    text('乙'),
  ),
  row(
    'collapse collapse-panel',
    '<t-collapse $><t-collapse-panel value="0" header="头">身</t-collapse-panel></t-collapse>',
    'change',
    text('头'),
  ),
  row('notice-bar', '<t-notice-bar visible content="告" $/>', 'click', text('告')),
  row('dialog', '<t-dialog visible title="问" confirm-btn="好" $/>', 'confirm', text('好')),
  row(
    'popup',
    '<t-popup visible placement="bottom" $><view style="height:100px">内</view></t-popup>',
    'visible-change',
    behind(195, 150),
  ),
  row('overlay', '<t-overlay visible $/>', 'click', behind(195, 250)),
  row('action-sheet', `<t-action-sheet visible items="{{['甲', '乙']}}" $/>`, 'selected', text('乙')),
  row(
    'drawer',
    `<t-drawer visible items="{{[{ title: '甲' }, { title: '乙' }]}}" $/>`,
    'item-click',
    text('乙'),
  ),
  row(
    'steps step-item',
    '<t-steps current="{{0}}" $><t-step-item title="甲"/><t-step-item title="乙"/></t-steps>',
    'change',
    text('乙'),
  ),
  row('grid grid-item', '<t-grid><t-grid-item text="格" $/></t-grid>', 'click', text('格')),
  row('fab', '<t-fab text="浮" $/>', 'click', text('浮')),
  row('navbar', '<t-navbar title="题" left-arrow $/>', 'go-back', css('.t-navbar__left-arrow')),
  row(
    'picker picker-item',
    `<t-picker visible title="选" confirmBtn="好" $><t-picker-item options="${OPTIONS}"/></t-picker>`,
    'confirm',
    text('好'),
  ),
  row(
    'date-time-picker',
    '<t-date-time-picker visible title="日" confirmBtn="好" $/>',
    'confirm',
    text('好'),
  ),
  row('cascader', `<t-cascader visible options="${TREE}" $/>`, 'pick', text('甲')),
  row(
    'calendar',
    '<t-calendar visible $/>',
    'select',
    css('.t-calendar__dates-item:not(.t-calendar__dates-item--disabled)', 3),
  ),
  row('tree-select', `<t-tree-select options="${TREE}" $/>`, 'change', text('丁')),
  row(
    'dropdown-menu dropdown-item',
    `<t-dropdown-menu><t-dropdown-item label="菜" options="${OPTIONS}" $/></t-dropdown-menu>`,
    'change',
    both(text('菜'), text('乙')),
  ),
  row(
    'image-viewer',
    `<t-image-viewer visible close-btn images="{{['/a.png']}}" $/>`,
    'close',
    css('.t-image-viewer__nav-close'),
  ),
  row(
    'color-picker',
    '<t-color-picker visible use-popup="{{false}}" $/>',
    'change',
    css('.t-color-picker__swatches-item', 3),
  ),
  row(
    'swiper',
    `<t-swiper autoplay="{{false}}" height="150" list="{{['/a.png', '/b.png']}}" $/>`,
    'change',
    drag('.t-swiper', -250, 0),
  ),
  row(
    'swipe-cell cell',
    `<t-swipe-cell right="{{[{ text: '删', style: 'width:60px;height:100%' }]}}" $><t-cell title="行"/></t-swipe-cell>`,
    'click',
    both(drag('.t-swipe-cell', -120, 0), text('删')),
  ),
  row(
    'pull-down-refresh',
    '<t-pull-down-refresh style="height:400px" $><view style="height:300px">拉</view></t-pull-down-refresh>',
    'refresh',
    drag('.t-pull-down-refresh', 0, 200),
  ),
  row(
    'indexes indexes-anchor',
    `<t-indexes index-list="{{['A', 'B']}}" $><block wx:for="{{['A', 'B']}}" wx:key="*this"><t-indexes-anchor index="{{item}}"/><view style="height:300px">{{item}}</view></block></t-indexes>`,
    'select',
    css('.t-indexes__sidebar-item', 1),
  ),
  row('back-top', '<t-back-top scroll-top="{{900}}" $/>', 'to-top', css('.t-back-top')),
];

/** Files of a page that has these components, by path. */
export const files = (path: string, uses: readonly string[], wxml: string): Sources => ({
  [`${path}.json`]: {
    usingComponents: Object.fromEntries(
      uses.map((name) => [`t-${name.split('/').at(-1) ?? ''}`, `tdesign-miniprogram/${name}`]),
    ),
  },
  [`${path}.js`]:
    "Page({ data: { said: ' ' }, hear(e) { this.setData({ said: this.data.said + e.type + ' ' }) } })",
  [`${path}.wxml`]: wxml.replace('$', HEAR),
});
