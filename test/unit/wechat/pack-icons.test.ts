/** The icon sheet: drawn without the network, each icon that may show, and no word that only looks like one. */
import { rmSync } from 'node:fs';
import { makeProject } from '../../wechat/fixture/project';
import { maskOf } from '../../wechat/pack/icons/mask';
import { packedNames } from '../../wechat/pack/icons/packed-names';
import { computePack, type Packed } from '../../wechat/pack/pack';

// Packing takes seconds when the machine is busy.
jest.setTimeout(60_000);

let root = '';
let packed: Packed;

beforeAll(async () => {
  root = makeProject();
  packed = await computePack(root);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('icons', () => {
  const sheet = (): string => packed.files.get('miniprogram_npm/tdesign-miniprogram/icon/icon.wxss') ?? '';

  test('are drawn without a font or an address', () => {
    expect(sheet().replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:\/\/|font-face|font-family/,
    );
    expect([...packed.files.values()].join('')).not.toMatch(/url\(["']?https?:/);
  });

  test('are those that markup, code and the packed components name', () => {
    expect(packed.icons).toEqual(
      expect.arrayContaining(['add', 'call', 'chat', 'wallet', 'close-circle-filled', 'chevron-left']),
    );
    expect(sheet()).not.toContain('.t-icon-zoom-in');
    expect(Buffer.byteLength(sheet())).toBeLessThan(20_000);
  });

  test('stand in one image, each in a place of its own, and an unknown one where nothing is drawn', () => {
    expect(sheet().match(/url\(/g)).toHaveLength(1);
    expect(sheet()).toMatch(
      /-webkit-mask:url\("data:image\/svg\+xml,<svg [^"]*<\/svg>"\) 0 0\.5%\/1em auto no-repeat/,
    );
    packed.icons.forEach((name, index) => {
      expect(sheet()).toContain(`.t-icon-${name}:before{-webkit-mask-position:0 ${index}%;}`);
      expect(sheet()).toContain(`<g transform='translate(0 ${index * 48})'`);
    });
    expect(sheet()).toContain(" height='4824' ");
  });

  test('more of them than there are places stop the packing', () => {
    const drawing = '<svg view-box="0 0 24 24"><path d="M1 1H2" stroke="currentColor"></path></svg>';
    expect(() => maskOf(Array.from({ length: 101 }, () => drawing))).toThrow(
      '101 icons: there are 100 places',
    );
  });

  test.each([
    ['stroke-linecap="square" stroke-width="2"', "<path d='M1 1H2' stroke='red'/>"],
    ['stroke-width="2"', "<path d='M1 1H2' stroke='red' stroke-linecap='butt'/>"],
    [
      'stroke-linecap="round" stroke-width="1.5"',
      "<path d='M1 1H2' stroke='red' stroke-linecap='round' stroke-width='1.5'/>",
    ],
    ['', "<path d='M1 1H2' stroke='red' stroke-linecap='butt' stroke-width='1'/>"],
  ])('a line with %s says what is unlike the others', (said, drawn) => {
    const drawing = `<svg view-box="0 0 24 24"><path d="M1 1H2" stroke="currentColor" ${said}></path></svg>`;
    expect(maskOf([drawing]).replace(/ +/g, ' ').replace(' />', '/>')).toContain(drawn);
  });

  test('are those too whose names a component puts together', async () => {
    const ticked = makeProject({
      'miniprogram/pages/home/home.json':
        '{"usingComponents":{"t-checkbox":"tdesign-miniprogram/checkbox/checkbox"}}',
    });
    expect((await computePack(ticked)).icons).toContain('check-circle-filled');
    rmSync(ticked, { recursive: true });
  });

  test.each([
    [
      'miniprogram/pages/home/home.wxml',
      '<view/>\n<t-icon name="no-such-icon"/>',
      'home.wxml:2: there is no icon named "no-such-icon"',
    ],
    [
      'miniprogram/pages/home/home.ts',
      "Page({ data: { icon: 'no-such-icon' } })",
      'home.ts:1: there is no icon named',
    ],
  ])('an icon that does not exist stops the packing (%s)', async (path, text, message) => {
    const broken = makeProject({ [path]: text });
    await expect(computePack(broken)).rejects.toThrow(message);
    rmSync(broken, { recursive: true });
  });

  test('an icon that is named by data which is not called after icons stops the packing, as it would be blank', async () => {
    const broken = makeProject({
      'miniprogram/pages/home/home.ts': "Page({ data: { emblem: 'gift' } })",
      'miniprogram/pages/home/home.wxml': '<view/>\n<t-icon name="{{open ? emblem : \'add\'}}"/>',
    });
    await expect(computePack(broken)).rejects.toThrow(
      'miniprogram/pages/home/home.wxml:2: an icon is named by "emblem": call it after icons',
    );
    rmSync(broken, { recursive: true });
  });

  test('are no words that a component uses otherwise', () => {
    const words = ['button', 'data', 'horizontal', 'https', 'load', 'next', 'rectangle', 'round'];
    expect(packed.icons.filter((name) => words.includes(name))).toEqual([]);
  });

  test.each([
    [
      'a name of several parts, wherever it stands',
      'a.js',
      "const a = { info: 'info-circle-filled' }",
      'info-circle-filled',
    ],
    ['what an icon shows', 'a.wxml', "<t-icon name=\"{{ok == 'done' ? 'check' : name}}\"/>", 'check'],
    ['an attribute for an icon', 'a.wxml', '<t-button icon="upload"/>', 'upload'],
    [
      "the data of an icon's template",
      'a.wxml',
      '<template is="icon" data="{{tClass: \'x\', name: shown || \'add\'}}"/>',
      'add',
    ],
    ['a preset', 'a.js', '(0, utils_1.calcIcon)(given, "delete")', 'delete'],
    ['another preset', 'a.js', '(0, utils_1.setIcon)("icon", given, "close")', 'close'],
    [
      "a property's value",
      'props.js',
      'const props = { leftIcon: { type: String, value: "search" } }',
      'search',
    ],
    ['a table of icons', 'a.wxs', "var STATUS_ICON = { success: 'check' };", 'check'],
  ])('are found in a component by %s', (_what, path, text, name) => {
    expect(packedNames(path, text)).toEqual([name]);
  });

  test.each([
    ['an event', 'a.js', 'this.triggerEvent("load", e.detail)'],
    ['a comparison', 'a.wxml', '<t-icon name="{{icon == \'circle\' ? name : other}}"/>'],
    ['a role', 'a.wxml', '<view aria-role="button" class="icon"/>'],
    ['a shape', 'a.wxml', '<t-button shape="{{shape || \'rectangle\'}}"/>'],
    ['a list of words', 'a.js', 'const native = ["properties", "data", "observers"]'],
  ])('are not seen in %s', (_what, path, text) => {
    expect(packedNames(path, text)).toEqual([]);
  });
});
