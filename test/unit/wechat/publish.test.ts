/** What the owner is told before publishing: the checklist is the code's own word, and the upload says what is missing. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject, REPOSITORY, type Files } from '../../wechat/fixture/project';
import { programOf } from '../../wechat/gate/program';
import { checklist, readChecklist } from '../../wechat/publish/checklist';
import { CATEGORIES } from '../../wechat/publish/categories';
import { DEGRADES } from '../../wechat/publish/degrades';
import { isPlaceholder } from '../../wechat/publish/domains';
import { factsOf, type Facts } from '../../wechat/publish/facts';
import { credentials } from '../../wechat/publish/missing';
import { PURPOSES, TOLD } from '../../wechat/publish/purposes';
import { LIMITS } from '../../wechat/limits';
import { compareVersions } from '../../wechat/publish/library';

// All sources are read with their types: most of a minute when the machine is busy.
jest.setTimeout(180_000);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function factsWith(files: Files): Facts {
  const root = makeProject(files);
  folders.push(root);
  return factsOf(root);
}

describe('this program', () => {
  let facts: Facts;
  beforeAll(() => {
    facts = factsOf(REPOSITORY, programOf(REPOSITORY));
  });

  test('G1 the checklist in docs is what the code says now (npm run gate -- --checklist)', () => {
    expect(readChecklist(REPOSITORY).split('\n')).toEqual(checklist(facts).split('\n'));
  });

  test('G1 the declared base library has all that is used without asking', () => {
    expect(compareVersions(facts.lowest, LIMITS.minimum_base_library)).toBeLessThanOrEqual(0);
  });

  test('G1 no purpose, file or excuse is listed that the code needs no longer', () => {
    const declared = facts.declared.map(({ information }) => information);
    const known = [...Object.keys(PURPOSES), ...TOLD.map(({ information }) => information)];
    expect(known.filter((information) => !declared.includes(information))).toEqual([]);
    const used = facts.newer.map(({ name }) => name);
    expect(Object.keys(DEGRADES).filter((name) => !used.includes(name))).toEqual([]);
    expect(facts.unknownPages).toEqual([]);
  });
});

describe('what the checklist finds', () => {
  const config = {
    'miniprogram/config.ts': [
      'export const origins = {',
      "  development: { v4_origin: 'http://127.0.0.1:8901', xcx_origin: 'http://127.0.0.1:8901' },",
      "  release: { v4_origin: 'https://shop.real.cn', xcx_origin: 'https://staff.real.cn:8443' },",
      '}',
      '',
    ].join('\n'),
  };
  const core = (body: string): Files => ({
    ...config,
    'miniprogram/compose/core.ts': `import { origins } from '../config'\nexport const core = () => {\n${body}\n}\n`,
  });

  test('G1 a host stands on the lists of the ways in which it is called, and on no other', () => {
    const { domains } = factsWith({
      ...core(
        [
          'const base = [{ base_url: origins.release.v4_origin }, { base_url: origins.release.xcx_origin }]',
          'const channel = { socket: 1, origin: origins.release.v4_origin }',
          "wx.request({ url: String(base) })\nwx.connectSocket({ url: String(channel) })\nwx.uploadFile({ url: '', filePath: '', name: '' })",
        ].join('\n'),
      ),
      'miniprogram/packages/staff/task/task.ts':
        'Page({ send(client: { upload(a: object): void }) { client.upload({}) } })\n',
    });
    expect(domains).toEqual({
      request: ['v4_origin', 'xcx_origin'],
      socket: ['v4_origin'],
      uploadFile: ['xcx_origin'],
      downloadFile: [],
    });
  });

  test('G1 sockets are listed as wss, ports stay, and what development calls is left out', () => {
    const text = checklist(
      factsWith(
        core(
          'const at = { socket: 1, origin: origins.release.xcx_origin }\nwx.connectSocket({ url: at.origin })',
        ),
      ),
    );
    expect(text).toContain('| socket 合法域名 | `wss://staff.real.cn:8443` |');
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain('placeholder');
  });

  test('G1 a reader of an address that does not say what for is refused', () => {
    expect(() => factsWith(core('return origins.release.v4_origin'))).toThrow(
      /compose\/core\.ts:3: reads v4_origin neither for a base_url nor for a socket/,
    );
  });

  test('G1 interfaces are found in code, in brackets, by scope and in markup', () => {
    const { declared } = factsWith({
      'miniprogram/pages/home/home.ts':
        "Page({ f() { wx['chooseAddress']({}); wx.authorize({ scope: 'scope.camera' }); wx.getRecorderManager().start({}) } })\n",
      'miniprogram/pages/home/home.wxml': "<t-button open-type=\"{{known ? '' : 'getPhoneNumber'}}\"/>\n",
    });
    expect(declared.map(({ information, interfaces }) => [information, ...interfaces])).toEqual([
      ['收集你的地址', 'wx.chooseAddress'],
      ['收集你的手机号', '<button open-type="getPhoneNumber">'],
      ['访问你的麦克风', 'RecorderManager.start'],
      ['访问你的摄像头', 'scope.camera'],
    ]);
  });

  test('G1 a category is asked for once its room has a page', () => {
    const { categories } = factsWith({});
    const all = CATEGORIES.map(({ category }) => category);
    expect(categories.map(({ category }) => category)).toEqual(
      all.filter((one) => /商家自营|办公/.test(one)),
    );
  });
});

describe('upload', () => {
  const upload = (...args: string[]): { status: number | null; stderr: string } =>
    spawnSync(
      process.execPath,
      [join(REPOSITORY, 'node_modules/tsx/dist/cli.mjs'), 'test/wechat/upload.ts', ...args],
      {
        cwd: REPOSITORY,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      },
    );

  test('G1 an upload without a key is refused at once, and all that is missing is said in one go', () => {
    const { status, stderr } = upload('upload');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Nothing was sent\./);
    for (const what of ['MINIPROGRAM_APPID', 'MINIPROGRAM_KEY', 'docs/publish.md'])
      expect(stderr).toContain(what);
  });

  test('G1 only preview and upload are actions', () => {
    expect(upload('publish').stderr).toContain('say preview or upload');
  });

  test('G1 a variable that cannot be right is an error, not something missing', () => {
    expect(credentials({}).missing).toHaveLength(2);
    expect(() => credentials({ MINIPROGRAM_APPID: 'touristappid' })).toThrow(/no app id/);
    expect(() => credentials({ MINIPROGRAM_KEY: '/no/such/key' })).toThrow(/does not exist/);
    const appid = `wx${'0'.repeat(16)}`;
    expect(credentials({ MINIPROGRAM_APPID: appid, MINIPROGRAM_KEY: __filename })).toEqual({
      key: { appid, path: __filename },
      missing: [],
    });
  });

  test.each([
    ['https://api.example.com', true],
    ['https://shop.test', true],
    ['https://example.com.cn', false],
    ['https://api.store.cn', false],
  ])('G1 %s is a placeholder: %s', (address, expected) => {
    expect(isPlaceholder(address)).toBe(expected);
  });
});
