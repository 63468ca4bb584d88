// Programs that were not written for the preview: what their templates and styles do.
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

describe('F1 a tap on the words of a label', () => {
  const tapWords = async (wxml: string): Promise<Awaited<ReturnType<typeof small.open>>> => {
    const shown = await small.open(
      page(
        `Page({ data: { o: 'none' }, c(e) { this.setData({ o: e.type + ' ' + JSON.stringify(e.detail.value) }) } })`,
        `${wxml}${OUT}`,
      ),
    );
    await shown.device.tap({ css: '#words' });
    return shown;
  };

  it('F1 chooses the checkbox in it', async () => {
    const shown = await tapWords(
      '<checkbox-group bindchange="c"><label><checkbox value="x"/><text id="words">words beside the box</text></label></checkbox-group>',
    );
    await shown.says('change ["x"]');
  });
  it('F1 chooses the radio in it', async () => {
    const shown = await tapWords(
      '<radio-group bindchange="c"><radio value="w"/><label><radio value="x"/><text id="words">words</text></label></radio-group>',
    );
    await shown.says('change "x"');
  });
  it('F1 turns the switch that it names by id', async () => {
    const shown = await tapWords(
      '<switch id="s" bindchange="c"/><label for="s"><text id="words">words</text></label>',
    );
    await shown.says('change true');
  });
  it('F1 goes into the input that it holds', async () => {
    const shown = await tapWords(
      '<label><text id="words">words</text><input bindfocus="c" value="v"/></label>',
    );
    await shown.says('focus "v"');
  });
  it('F1 taps the button that it holds, once', async () => {
    const shown = await tapWords(
      '<label><text id="words">words</text><button bindtap="c" style="width:40px">b</button></label>',
    );
    await shown.says('tap undefined');
  });
});

it('F1 a text keeps its line breaks, and is cut where the view around it wants one line', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { long: 'word '.repeat(60), two: 'one\\ntwo' } })`,
      `<view style="line-height:20px"><text id="two">{{two}}</text></view><view style="line-height:20px"><text id="written">one\\ntwo</text></view>
        <view id="cut" style="line-height:20px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis"><text>{{long}}</text></view>`,
    ),
  );
  const frame = await shown.device.frame();
  const heights = await frame.evaluate(() =>
    ['#two', '#written', '#cut'].map((id) => document.querySelector(id)?.getBoundingClientRect().height),
  );
  expect(heights[0]).toBeGreaterThan(30);
  expect(heights[1]).toBe(heights[0]);
  expect(heights[2]).toBe(20);
});

it('F1 fonts of the program stay: from data, from the network, and beside TDesign’s', async () => {
  const shown = await small.open(
    page('Page({})', '<view class="ic" id="o">ok</view>', {
      'pages/p/p.wxss': `@font-face { font-family: "mine"; src: url("data:font/woff2;base64,d09GMgABAAAAAA==") format("woff2"), url("https://example.com/mine.woff") format("woff"); }
        @font-face { font-family: 'far'; src: url('https://example.com/far.ttf'); }
        @font-face { font-family: t; src: url(https://tdesign.gtimg.com/icon/0.4.0/fonts/t.woff); }
        .t-icon-add:before { content: "a" } .ic { font-family: "mine"; }`,
    }),
  );
  const families = await (
    await shown.device.frame()
  ).evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => (sheet.href === null ? [...sheet.cssRules] : []))
      .flatMap((rule) =>
        rule instanceof CSSFontFaceRule ? [rule.style.getPropertyValue('font-family')] : [],
      ),
  );
  expect(families).toEqual(['mine', 'far']);
});

describe('F1 a component at fault', () => {
  const program = (
    wxml: string,
    script = "throw new Error('on load')",
  ): Parameters<typeof small.open>[0] => ({
    'app.json': { pages: ['pages/p/p'], usingComponents: { 'c-bad': '/comps/bad' } },
    'comps/bad.json': { component: true },
    'comps/bad.js': script,
    'comps/bad.wxml': '<view/>',
    'pages/p/p.js': "Page({ data: { o: 'fine', on: false } })",
    'pages/p/p.wxml': `${OUT}${wxml}`,
  });

  it.each([
    ['throws', "throw new Error('on load')"],
    ['does not compile', 'const = 1'],
    ['requires what is not there', "require('./absent')"],
    ['registers nothing', ''],
  ])('F1 that %s does not show where it is not drawn', async (_, script) => {
    const shown = await small.open(program('<c-bad wx:if="{{on}}"/>', script));
    await shown.says('fine');
    expect(await shown.fault()).toBeNull();
    expect(await shown.errors()).toHaveLength(1);
  });

  it('F1 shows where it is drawn', async () => {
    const shown = await small.open(program('<c-bad/>'));
    expect(await shown.fault()).toBe('Error: on load');
  });
});

it('F1 a component and a page know what draws them', async () => {
  const shown = await small.open(
    page(
      'Page({ data: { o: "" }, onReady() { this.setData({ o: `${this.renderer} ${this.selectComponent("#c").data.by}` }) } })',
      `<c id="c"/>${OUT}`,
      {
        'pages/p/p.json': { usingComponents: { c: '/c' } },
        'c.json': { component: true },
        'c.js':
          "Component({ data: { by: '' }, lifetimes: { created() { this.setData({ by: this.renderer }) } } })",
        'c.wxml': '<view/>',
      },
    ),
  );
  await shown.says('webview webview');
});

test('a scroll view that the program moved is not moved again over whoever scrolls it next', async () => {
  const rows = '<view wx:for="{{rows}}" wx:key="*this" style="height:40px">{{item}}</view>';
  const { device } = await small.open(
    page(
      'Page({ data: { rows: [], top: 0 }, go() { this.setData({ top: 500, rows: Array.from({ length: 50 }, (_, at) => at) }) } })',
      `<scroll-view id="s" scroll-y scroll-top="{{top}}" style="height:200px">${rows}</scroll-view>`,
    ),
  );
  const seen = await device.page.evaluate(async () => {
    const view = [...document.querySelectorAll('iframe')].at(-1)?.contentDocument?.querySelector('#s');
    await globalThis.__host?.call('go');
    const moved = view?.scrollTop;
    if (view) view.scrollTop = 100;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [moved, view?.scrollTop];
  });
  expect(seen).toEqual([500, 100]);
});
