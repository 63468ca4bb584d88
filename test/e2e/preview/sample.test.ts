// A program as people write them, in JavaScript and TypeScript side by side: what the preview must take from each of its files.
import { OUT, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

it('F3 a program in JavaScript and TypeScript runs: modules, templates, WXS, behaviors, slots, events, storage', async () => {
  const shown = await small.open({
    'app.json': {
      pages: ['pages/p/p', 'pages/q/q'],
      usingComponents: { 'global-word': '/parts/word/word' },
      resolveAlias: { '~/*': 'lib/*' },
    },
    'app.ts':
      "import { first } from './lib/first';\nApp<{ words: string[] }>({ words: [first], onLaunch() { this.words.push('launched') } })",
    'app.wxss': '@import "styles/base.wxss"; .wide { width: 375rpx }',
    'styles/base.wxss': '.tall { height: 100rpx }',
    'lib/first.ts': "export const first: string = 'first'",
    'lib/old.js':
      'exports.sum = function () { return [].slice.call(arguments).reduce(function (a, b) { return a + b }, 0) }',
    'lib/mixed.js':
      "import { first } from './first'\nmodule.exports = { first, async later() { return 'later' } }",
    'lib/shared.ts':
      "export default Behavior({ data: { shared: 'shared' }, methods: { share(this: { data: { shared: string } }) { return this.data.shared } } })",
    'parts/word/word.json': { component: true },
    'parts/word/word.ts':
      "import shared from '../../lib/shared';\nComponent({ behaviors: [shared], options: { multipleSlots: true }, externalClasses: ['word-class'], properties: { word: { type: String, value: '' }, size: Number }, observers: { 'word, size'(word, size) { this.setData({ both: word + size }) } }, methods: { tell() { this.triggerEvent('told', { word: (this as any).share() }, { bubbles: true }) } } })",
    'parts/word/word.wxml':
      '<view class="word-class" bindtap="tell"><slot name="before"/>{{both}}<slot/></view>',
    'pages/p/p.js': `const { sum } = require('../../lib/old.js'), mixed = require('~/mixed')
      Page({ data: { o: '', list: [{ id: 1, n: 'a' }, { id: 2, n: 'b' }], table: { x: 1 }, typed: '' },
        async onLoad() { wx.setStorageSync('kept', { at: [0] }); this.words = [...getApp().words, mixed.first, await mixed.later(), sum(1, 2, 3)] },
        told(e) { this.setData({ o: [...this.words, e.detail.word, e.currentTarget.dataset.n, wx.getStorageSync('kept').at[0], getCurrentPages()[0].route].join() }) } })`,
    'pages/p/p.wxml': `<import src="/templates/row.wxml"/><wxs module="say" src="./say.wxs"/>
      <!-- a comment --><include src="../../templates/head.wxml"/>
      <block wx:for="{{list}}" wx:for-item="row" wx:key="id"><template is="row" data="{{...row, index}}"/></block>
      <view wx:for="{{table}}" wx:key="index">{{index}}={{item}}</view>
      <view wx:if="{{list.length > 2}}">many</view><view wx:elif="{{list.length === 2}}">{{say.twice(list[1].n)}}</view><view wx:else>none</view>
      <input model:value="{{typed}}" id="i"/><text id="typed">{{typed}}</text>
      <global-word word="w" size="{{3}}" word-class="wide tall" id="w" data-n="n" bind:told="told"><text slot="before">[</text>]</global-word>${OUT}`,
    'pages/p/say.wxs':
      'var twice = function (word) { return word + word }; module.exports = { twice: twice }',
    'templates/row.wxml': '<template name="row"><view>{{index}}:{{id}}{{n}}</view></template>',
    'templates/head.wxml': '<view hidden="{{false}}">head</view>',
    'pages/q/q.ts': 'Page({})',
    'pages/q/q.wxml': '<view/>',
  });
  const frame = await shown.device.frame();
  const lines = (await shown.device.text()).split(/\s+/).filter((line) => line !== '');
  expect(lines.join(' ')).toBe('head 0:1a 1:2b x=1 bb [w3]');
  expect(await frame.locator('#w .wide').evaluate((node) => [node.clientWidth, node.clientHeight])).toEqual([
    195, 52,
  ]);
  await frame.fill('#i input', 'typed');
  await frame.locator('#typed').filter({ hasText: 'typed' }).waitFor();
  await shown.device.tap({ css: '#w .wide' });
  await shown.says('first,launched,first,later,6,shared,n,0,pages/p/p');
  expect(await shown.errors()).toEqual([]);
});
