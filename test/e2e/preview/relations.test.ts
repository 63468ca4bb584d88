// Related components: linked by path, whichever file runs first, and by a behavior that both name.
import { OUT, smallPrograms } from './small';
import type { Sources } from '../../unit/preview/support/program';

jest.setTimeout(60_000);
const small = smallPrograms();

const component = (path: string, script: string): Sources => ({
  [`${path}.json`]: { component: true },
  [`${path}.wxml`]: '<slot/>',
  [`${path}.js`]: script,
});
const using = { usingComponents: { 'my-list': '/list/list', 'my-item': '/item/item' } };

it('F1 are linked also when one of them was made before the file of the other ran', async () => {
  const shown = await small.open({
    'app.json': { pages: ['pages/p/p', 'pages/q/q'], lazyCodeLoading: 'requiredComponents' },
    'pages/p/p.json': { usingComponents: { 'my-item': '/item/item' } },
    'pages/p/p.js': "Page({ onReady() { wx.navigateTo({ url: '/pages/q/q' }) } })",
    'pages/p/p.wxml': '<my-item/>',
    'pages/q/q.json': using,
    'pages/q/q.js':
      "Page({ data: { o: '' }, onReady() { const list = this.selectComponent('#l'); this.setData({ o: [list.linked, list.getRelationNodes('../item/item').length].join() }) } })",
    'pages/q/q.wxml': `<my-list id="l"><my-item/><my-item/></my-list>${OUT}`,
    ...component('item/item', "Component({ relations: { '../list/list': { type: 'parent' } } })"),
    ...component(
      'list/list',
      "Component({ created() { this.linked = 0 }, relations: { '../item/item': { type: 'child', linked() { this.linked++ } } } })",
    ),
  });
  await shown.device.ready('pages/q/q');
  await shown.says('2,2');
});

it('F1 are linked by a behavior that the other one has', async () => {
  const shown = await small.open({
    'app.json': { pages: ['pages/p/p'] },
    'pages/p/p.json': using,
    'pages/p/p.js':
      "Page({ data: { o: '' }, onReady() { this.setData({ o: String(this.selectComponent('#l').getRelationNodes('field').length) }) } })",
    'pages/p/p.wxml': `<my-list id="l"><view><my-item/></view><my-item/></my-list>${OUT}`,
    'field.js': 'module.exports = Behavior({})',
    ...component(
      'item/item',
      "Component({ behaviors: [require('../field')], relations: { '../list/list': { type: 'ancestor' } } })",
    ),
    ...component(
      'list/list',
      "Component({ relations: { field: { type: 'descendant', target: require('../field') } } })",
    ),
  });
  await shown.says('2');
});
