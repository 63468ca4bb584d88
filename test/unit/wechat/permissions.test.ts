// G3: whatever the program asks a phone for, a person has read what for before WeChat asks: on the page, and in our sheet
// where WeChat wants its consent.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../miniprogram');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const files = (fs.readdirSync(root, { recursive: true }) as string[])
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('miniprogram_npm/'));
const sources = files.filter((file) => file.endsWith('.ts'));

/** Calls for which nobody is asked anything: the program's own windows, pages, storage and network, and the screen. */
const UNASKED =
  /^(?:canIUse|(?:on|off)[A-Z]\w+|(?:show|hide)(?:ActionSheet|Modal|Toast|Keyboard)|(?:get|set|remove)Storage(?:Info)?Sync|get(?:AccountInfo|LaunchOptions|SystemInfo)Sync|get(?:AppBaseInfo|DeviceInfo|WindowInfo|NetworkType|FileSystemManager|RealtimeLogManager|UpdateManager)|(?:get|set)ScreenBrightness|set(?:KeepScreenOn|VisualEffectOnCapture|BackgroundColor|BackgroundTextStyle|NavigationBarColor|NavigationBarTitle)|navigate(?:Back|To)|redirectTo|switchTab|pageScrollTo|stopPullDownRefresh|request|uploadFile|connectSocket|vibrateShort|previewImage|openPrivacyContract)$/;

interface Asked {
  /** The only files that call it. */
  by: string[];
  /** What stands where it is tapped, by file. */
  says: Record<string, string[]>;
  /** Our sheet's words, where WeChat wants its consent. */
  sheet?: string;
}

const ASKED: Record<string, Asked> = {
  'wx.chooseMedia': {
    by: ['packages/member/conversation/pictures.ts'],
    says: { 'packages/member/components/composer/composer.wxml': ['发送图片'] },
    sheet: '发送图片需要用到您选中的照片，只用于这次咨询。',
  },
  'wx.setClipboardData': {
    by: ['platform/wx/device.ts'],
    says: {
      'packages/member/components/code-card/code-card.wxml': ['复制券码'],
      'packages/member/item/item.wxml': ['复制编号'],
      'packages/member/conversation/links.ts': ['复制链接，到浏览器打开', '复制号码'],
      'packages/member/conversation/conversation.ts': ["'复制'"],
      'packages/staff/components/phone-line/phone-line.wxml': ['复制手机号'],
      'packages/staff/task/task.wxml': ['复制这句'],
      'packages/assistant/conversation/conversation.wxml': ['复制回答'],
      'packages/assistant/conversation/conversation.ts': ['复制网址'],
    },
    sheet: '复制需要写入您手机的剪贴板。',
  },
  'wx.makePhoneCall': {
    by: ['packages/member/conversation/links.ts', 'packages/staff/components/phone-line/phone-line.ts'],
    says: {
      'packages/member/conversation/links.ts': ['拨打 ${text}'],
      'packages/staff/components/phone-line/phone-line.wxml': ['给{{name}}打电话'],
    },
  },
  'wx.login': {
    by: ['platform/wx/device.ts'],
    says: { 'packages/entrance/entrance/entrance.wxml': ['用微信确认身份', '微信登录'] },
  },
  'type="nickname"': {
    by: ['packages/entrance/apply/apply.wxml'],
    says: { 'packages/entrance/apply/apply.wxml': ['同事怎么称呼您', '信息只用于门店核对身份'] },
    sheet: '这一步要用到您手机里的信息。',
  },
};

/** Components that a page or component uses, and theirs. */
function usedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !files.includes(`${file}.json`)) return seen;
  seen.add(file);
  const { usingComponents = {} } = JSON.parse(read(`${file}.json`)) as {
    usingComponents?: Record<string, string>;
  };
  for (const used of Object.values(usingComponents))
    usedBy(used.startsWith('/') ? used.slice(1) : path.posix.join(path.posix.dirname(file), used), seen);
  return seen;
}

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}
const { pages, subPackages } = JSON.parse(read('app.json')) as AppJson;
const allPages = [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
];

test('G3 each call of WeChat is known as one that asks nobody, or stands in the table of those that do', () => {
  const called = sources.flatMap((file) =>
    [...read(file).matchAll(/\bwx\.(\w+)/g)].map(([, name = '']) => ({ name, file })),
  );
  expect(called.length).toBeGreaterThan(50);
  expect(called.filter(({ name }) => !UNASKED.test(name) && ASKED[`wx.${name}`] === undefined)).toEqual([]);
});

describe.each(Object.entries(ASKED))('G3 %s', (call, { by, says, sheet }) => {
  const marks = call.startsWith('wx.') ? `${call}(` : call;

  test(`G3 ${call} is used where the table says, and nowhere else`, () => {
    const using = files.filter(
      (file) =>
        /\.(?:ts|wxml)$/.test(file) &&
        read(file)
          .replace(/\/\/.*|\/\*[^]*?\*\//g, '')
          .includes(marks),
    );
    expect(using.sort()).toEqual([...by].sort());
  });

  test.each(Object.entries(says))(`G3 before ${call} is asked for, %s says what for`, (file, words) => {
    for (const word of words) expect(read(file)).toContain(word);
  });

  if (sheet !== undefined)
    test(`G3 the privacy sheet says what ${call} is for`, () => {
      expect(read('components/privacy-sheet/privacy-sheet.ts')).toContain(sheet);
    });
});

test('G3 the sheet has words for what is used, and for nothing that is not', () => {
  const table =
    /tableOf<string>\(\{([^]*?)\}\)/.exec(read('components/privacy-sheet/privacy-sheet.ts'))?.[1] ?? '';
  const named = [...table.matchAll(/^\s*(\w+):/gm)].map(([, name]) => `wx.${name ?? ''}`);
  const consented = Object.keys(ASKED).filter(
    (call) => call.startsWith('wx.') && ASKED[call]?.sheet !== undefined,
  );
  expect(named.sort()).toEqual(consented.sort());
});

test('G3 every page from which something is asked that wants the consent has the sheet, and no other page', () => {
  const asks = /\bcopied\(|\bdevice\.copy\(|\bchoosePictures\(|\bfollowLink\(|type="nickname"/;
  const asking = allPages.filter((page) =>
    [...usedBy(page)].some((file) =>
      ['ts', 'wxml'].some((kind) => files.includes(`${file}.${kind}`) && asks.test(read(`${file}.${kind}`))),
    ),
  );
  expect(asking.length).toBeGreaterThan(5);
  expect(allPages.filter((page) => read(`${page}.wxml`).includes('<privacy-sheet />'))).toEqual(asking);
});
