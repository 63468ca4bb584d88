/** The packed components' style sheets: what the app can show stays, to the last rule; what it cannot goes. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type Root } from 'postcss';
import { makeProject, REPOSITORY, type Files } from '../../wechat/fixture/project';
import { computePack, type Packed } from '../../wechat/pack/pack';
import { ROOTS } from '../../wechat/pack/rules';
import { isMade } from '../../wechat/pack/styles/unused';
import { mentionedVariables, shortenVariables } from '../../wechat/pack/styles/variables';
import { idleProperties, piecesOf } from '../../wechat/pack/styles/words';
import { Sandbox } from '../../wechat/sandbox/sandbox';

// Packing takes seconds when the machine is busy.
jest.setTimeout(60_000);

const BUTTON = 'miniprogram_npm/tdesign-miniprogram/button/button.wxss';
const TDESIGN = join(REPOSITORY, 'node_modules/tdesign-miniprogram/miniprogram_dist');

async function sheetOf(changes: Files): Promise<string> {
  const root = makeProject(changes);
  const { files } = await computePack(root);
  rmSync(root, { recursive: true });
  return files.get(BUTTON) ?? '';
}

const withButton = (attributes: string): Files => ({
  'miniprogram/pages/home/home.wxml': `<t-button ${attributes}>go</t-button>\n`,
});

describe('a variant', () => {
  test.each([
    ['named in markup', withButton('variant="outline"'), 'outline'],
    ['that an expression may come to', withButton('variant="{{dull ? \'dashed\' : look}}"'), 'dashed'],
    [
      'that comes from code',
      {
        ...withButton('variant="{{look}}"'),
        'miniprogram/pages/home/home.ts': "Page({ data: { look: 'outline' } })",
      },
      'outline',
    ],
    ['that is switched on', withButton('ghost'), 'ghost'],
    [
      'that code may switch on',
      {
        ...withButton('loading'),
        'miniprogram/pages/home/home.ts': 'Page({ data: { options: { ghost: true } } })',
      },
      'ghost',
    ],
    ['of a size', withButton('size="extra-small"'), 'size-extra-small'],
  ])('%s has its rules', async (_what, files, variant) => {
    expect(await sheetOf(files)).toContain(`.t-button--${variant}`);
  });

  test('that nothing names has none', async () => {
    // Without the calendar, whose own template of a button knows the switch.
    const task = { 'miniprogram/packages/staff/task/task.json': '{"usingComponents":{}}' };
    const sheet = await sheetOf({ ...withButton('theme="primary"'), ...task });
    expect(sheet).toContain('.t-button--primary');
    expect(sheet).toContain('.t-button--size-medium');
    expect(sheet).toContain('.t-button__content');
    expect(sheet).not.toMatch(/--(outline|dashed|ghost|size-extra-small)\b/);
  });
});

describe('as the app is now', () => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await computePack(REPOSITORY);
  });

  /** The attributes of each use of the button in the app, as far as they are literal. */
  function uses(): Record<string, string | boolean>[] {
    return packed.project.files
      .filter((path) => path.endsWith('.wxml'))
      .flatMap((path) => [
        ...readFileSync(join(packed.project.source, path), 'utf8').matchAll(/<t-button\b([^>]*)>/g),
      ])
      .map(([, attributes = '']) =>
        Object.fromEntries(
          [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value]) => [
            name,
            value === undefined || value.includes('{{') || value,
          ]),
        ),
      );
  }

  /** What the component's own code makes of them. */
  function classesOf(data: object): string[] {
    const bare = new Sandbox({ root: packed.project.source, subpackages: packed.project.subpackages });
    bare.load('miniprogram_npm/tdesign-miniprogram/button/button.js');
    const [{ options } = { options: {} }] = bare.recorder.registrations;
    const { methods } = options as { methods: { setClass(this: object): void } };
    let shown = '';
    methods.setClass.call({ data, setData: ({ className }: { className: string }) => (shown = className) });
    return shown.split(' ');
  }

  const rulesFor = (root: Root, classes: ReadonlySet<string>): string[] => {
    const found: string[] = [];
    root.walkRules((rule) => {
      for (const selector of rule.selectors) {
        const named = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
        if (named.every((name) => !name.includes('--') || classes.has(name)))
          rule.walkDecls(({ prop }) => void found.push(`${selector} ${prop}`));
      }
    });
    return found;
  };

  test('H6 every button has each rule that TDesign has for it, pressed, disabled and loading too', () => {
    const original = postcss.parse(readFileSync(join(TDESIGN, 'button/button.wxss'), 'utf8'));
    const shipped = postcss.parse(packed.files.get(BUTTON) ?? '');
    const buttons = uses();
    expect(buttons.length).toBeGreaterThan(10);
    for (const use of buttons) {
      const states = ['t-button--hover', 't-button--disabled', 't-button__loading--wrapper'];
      const classes = new Set([...classesOf(use), ...states]);
      const wanted = rulesFor(original, classes);
      expect(wanted.length).toBeGreaterThan(20);
      expect(rulesFor(shipped, classes)).toEqual(wanted);
    }
  });

  test('H6 a quarter of the button is left', () => {
    expect(Buffer.byteLength(packed.files.get(BUTTON) ?? '')).toBeLessThan(8_000);
  });

  test('each root that has all variables is one of the app: the page, and the root of the tab bar', () => {
    const tabBar = readFileSync(join(packed.project.source, 'custom-tab-bar/index.wxml'), 'utf8');
    expect(tabBar).toMatch(/^<view class="tokens /);
    expect(ROOTS).toEqual(['page', '.tokens']);
  });
});

describe('a class', () => {
  const pieces = new Set([
    '--',
    'large',
    '--size-',
    'out',
    'line',
    '__icon',
    't-cell__note',
    '__dot-',
    '--on',
  ]);
  test.each([
    ['t-button', true],
    ['t-button--large', true],
    ['t-button--size-large', true],
    ['t-button__icon', true],
    ['t-button__icon--on', true],
    ['t-button--outline', false],
    ['t-button--small', false],
    ['t-cell__note', true],
    ['t-button__note', false],
    ['t-loading__dot-7', true],
  ])('%s can be put together: %s', (name, expected) => {
    expect(isMade(name, pieces)).toBe(expected);
  });
});

describe('a piece', () => {
  test('is any literal text, around what is filled in as well', () => {
    expect(piecesOf('a.ts', "const a = `${name}--on ${b}__c`; f('x y')")).toEqual(['--on', '__c', 'x', 'y']);
    expect(piecesOf('a.wxml', `<view class="{{p}}__icon big {{on ? p + '--on' : ''}}"/>`)).toEqual([
      '--on',
      '__icon',
      'big',
    ]);
  });

  test('behind a switch that stays off is none', () => {
    const script = "this.data.ghost && t.push('--ghost'), this.data.block && t.push('--block')";
    const props =
      'exports.default = { ghost: { type: Boolean, value: !1 }, block: { type: Boolean, value: !1 } }';
    const idle = idleProperties(props, (name) => name === 'block');
    expect(piecesOf('a.js', script, idle)).toEqual(['--block']);
  });

  test.each([
    ['on by default', '{ lit: { type: Boolean, value: !0 } }'],
    ['no switch', "{ lit: { type: String, value: '' } }"],
  ])('behind a property that is %s is one', (_what, props) => {
    expect([...idleProperties(`exports.default = ${props}`, () => false)]).toEqual([]);
  });

  test('behind a switch of several words is one when markup sets it', () => {
    const props = 'exports.default = { showZero: { type: Boolean } }';
    expect([...idleProperties(props, (name) => name === 'show-zero')]).toEqual([]);
    expect([...idleProperties(props, () => false)]).toEqual(['showZero']);
  });
});

describe('a variable', () => {
  const variables = { declared: new Set(['--a']), everywhere: new Set(['--b']) };
  test.each([
    ['that nobody declares gives way', 'var(--x,4rpx)', '4rpx'],
    ['that somebody declares stays', 'var(--a,4rpx)', 'var(--a,4rpx)'],
    ['that is declared everywhere needs no fallback', 'var(--b,var(--a,#fff))', 'var(--b)'],
    ['within another is seen', 'var(--x,var(--a,var(--y,#fff)))', 'var(--a,#fff)'],
    ['within a sum is seen', 'calc(var(--x,8px)/ 2) var(--y,1px 2px)', 'calc(8px/ 2) 1px 2px'],
    ['without a fallback stays', 'var(--x)', 'var(--x)'],
  ])('%s', (_what, value, expected) => {
    expect(shortenVariables(value, variables)).toBe(expected);
  });

  test('is mentioned by a declaration and by code, not by being read', () => {
    expect(mentionedVariables("a{--a:1;color:var(--b,var( --c))} x.set('--d')")).toEqual(['--a', '--d']);
  });
});
