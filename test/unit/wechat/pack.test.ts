/** The packed npm modules run in an engine as bare as a phone's, each exists once, and no icon needs the network. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject, writeFiles } from '../../wechat/fixture/project';
import { differences } from '../../wechat/pack/output';
import { computePack, pack, type Packed } from '../../wechat/pack/pack';
import { Sandbox } from '../../wechat/sandbox/sandbox';

// Packing and type checking take seconds when the machine is busy.
jest.setTimeout(60_000);

const subpackages = ['packages/member', 'packages/staff'];
let root = '';
let packed: Packed;

const sandbox = (): Sandbox => new Sandbox({ root: join(root, 'miniprogram'), subpackages });
const scripts = (): string[] => [...packed.files.keys()].filter((path) => path.endsWith('.js'));

beforeAll(async () => {
  root = makeProject();
  packed = await pack(root);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('what is packed', () => {
  test('every script loads without a browser, Node, Intl or eval', () => {
    const bare = sandbox();
    expect(
      bare.run('[typeof window, typeof process, typeof URL, typeof TextEncoder, typeof Buffer, typeof Intl]'),
    ).toEqual(Array(6).fill('undefined'));
    expect(() => bare.run('new Function("return 1")()')).toThrow(/Code generation from strings/);
    for (const path of scripts()) bare.load(path);
    expect(bare.loaded()).toEqual(expect.arrayContaining(scripts()));
    expect(scripts().length).toBeGreaterThan(30);
  });

  test('the bindings and the app share one MobX', () => {
    const bare = sandbox();
    bare.load('miniprogram_npm/mobx-miniprogram-bindings/index.js');
    expect(bare.loaded().filter((path) => /\/mobx-miniprogram\//.test(path))).toEqual([
      'miniprogram_npm/mobx-miniprogram/index.js',
    ]);
    expect(scripts().filter((path) => path.endsWith('/mobx-miniprogram/index.js'))).toHaveLength(1);
  });

  test('the bindings show what a store holds, and follow it', () => {
    const bare = sandbox();
    bare.run(`globalThis.probe = ({ observable, runInAction }, { createStoreBindings }) => {
      const store = observable({ count: 1 })
      const seen = []
      const page = { setData: (data) => seen.push(data.count) }
      const bindings = createStoreBindings(page, { store, fields: ['count'], actions: [] })
      bindings.updateStoreBindings()
      runInAction(() => { store.count = 2 })
      bindings.updateStoreBindings()
      bindings.destroyStoreBindings()
      runInAction(() => { store.count = 3 })
      return seen.join()
    }`);
    const probe = bare.run('globalThis.probe') as (mobx: unknown, bindings: unknown) => string;
    const bindings = bare.load('miniprogram_npm/mobx-miniprogram-bindings/index.js');
    expect(probe(bare.load('miniprogram_npm/mobx-miniprogram/index.js'), bindings)).toBe('1,2');
    expect(Object.keys(bindings as object)).toEqual(['createStoreBindings']);
  });

  test('valibot, dayjs, uqr and MobX do their work there', () => {
    const bare = sandbox();
    bare.run(`globalThis.probe = (modules) => {
      const { v, dayjs, uqr, mobx } = modules
      const seen = []
      const store = mobx.observable({ count: 1 })
      mobx.autorun(() => seen.push(store.count))
      mobx.runInAction(() => { store.count = 2 })
      return JSON.stringify({
        day: dayjs('2026-03-01T08:00:00').add(1, 'day').format('YYYY-MM-DD'),
        size: uqr.encode('0123456789').size,
        fields: Object.keys(v.object({ id: v.string(), count: v.number() }).entries),
        seen,
      })
    }`);
    const modules = {
      v: bare.load('miniprogram_npm/valibot/index.js'),
      dayjs: bare.load('miniprogram_npm/dayjs/index.js'),
      uqr: bare.load('packages/member/miniprogram_npm/uqr/index.js'),
      mobx: bare.load('miniprogram_npm/mobx-miniprogram/index.js'),
    };
    const probe = bare.run('globalThis.probe') as (modules: object) => string;
    expect(JSON.parse(probe(modules))).toEqual({
      day: '2026-03-02',
      size: 23,
      fields: ['id', 'count'],
      seen: [1, 2],
    });
  });

  test('of valibot only the functions in use are shipped', () => {
    expect(Object.keys(sandbox().load('miniprogram_npm/valibot/index.js') as object).sort()).toEqual([
      'number',
      'object',
      'string',
    ]);
  });

  test('of every other module and of the packages of components it is so too', () => {
    const names = (path: string): string[] =>
      Object.keys(sandbox().load(`miniprogram_npm/${path}`) as object);
    expect(names('mobx-miniprogram/index.js')).toEqual(
      expect.arrayContaining(['observable', 'reaction', 'toJS', 'comparer']),
    );
    expect(names('mobx-miniprogram/index.js')).not.toEqual(expect.arrayContaining(['flow']));
    const utils = names('tdesign-miniprogram/common/utils.js');
    expect(utils).toEqual(expect.arrayContaining(['calcIcon', 'systemInfo']));
    expect(utils).not.toEqual(expect.arrayContaining(['throttle']));
  });

  test('the helpers of TypeScript exist once, with those in use', () => {
    const files = [...packed.files.keys()].filter((path) => path.endsWith('/tslib/index.js'));
    expect(files).toEqual(['miniprogram_npm/tslib/index.js']);
    const helpers = Object.keys(sandbox().load('miniprogram_npm/tslib/index.js') as object);
    expect(helpers).toEqual(expect.arrayContaining(['__decorate', '__importDefault']));
    expect(helpers).not.toContain('__extends');
  });

  test('a component asks the phone nothing while it loads that no component needs', () => {
    const bare = sandbox();
    bare.load('miniprogram_npm/tdesign-miniprogram/common/utils.js');
    expect(bare.recorder.calls).not.toContain('wx.getAppBaseInfo');
  });

  test('what one subpackage alone uses lies in it and reaches the main package for the rest', () => {
    expect(packed.files.has('packages/staff/miniprogram_npm/dayjs/plugin/utc.js')).toBe(true);
    expect(
      packed.files.has('packages/staff/miniprogram_npm/tdesign-miniprogram/calendar/calendar.wxml'),
    ).toBe(true);
    expect(
      [...packed.files.keys()].filter((path) => /^miniprogram_npm.*(calendar|input|uqr)/.test(path)),
    ).toEqual([]);
    expect(
      packed.files.get('packages/member/miniprogram_npm/tdesign-miniprogram/input/input.json'),
    ).toContain('"../../../../../miniprogram_npm/tdesign-miniprogram/icon/icon"');
  });

  test('nothing is shipped that no file uses', () => {
    expect([...packed.files.keys()].filter((path) => /dialog|\.d\.ts$|\.md$|\.map$/.test(path))).toEqual([]);
  });
});

describe('the socket client', () => {
  const CORE = `import { io } from 'socket.io-client'
import { Transport } from 'engine.io-client'
App({ io, Transport })
`;

  test('connects in the bare engine by a transport of our own', async () => {
    const dependencies = {
      'socket.io-client': '*',
      'engine.io-client': '*',
      'tdesign-miniprogram': '*',
      uqr: '*',
      dayjs: '*',
      'mobx-miniprogram-bindings': '*',
    };
    const project = makeProject({
      'package.json': JSON.stringify({ dependencies }),
      'miniprogram/app.ts': CORE,
      'miniprogram/compose/core.ts': null,
    });
    const { files } = await pack(project);
    const bare = new Sandbox({ root: join(project, 'miniprogram'), subpackages });
    bare.run(`globalThis.connect = ({ io }, { Transport }, connected) => {
      class Wire extends Transport {
        get name() { return 'websocket' }
        doOpen() { setTimeout(() => this.opened(), 0) }
        opened() { this.onOpen(); this.onData('0' + JSON.stringify({ sid: 'a', upgrades: [], pingInterval: 1e6, pingTimeout: 1e6, maxPayload: 1e6 })) }
        doClose() {}
        write(packets) {
          this.writable = false
          for (const { data } of packets) if (data === '0') setTimeout(() => this.onData('40{"sid":"b"}'), 0)
          setTimeout(() => { this.writable = true; this.emitReserved('drain') }, 0)
        }
      }
      const socket = io('https://store.test', { transports: [Wire], reconnection: false })
      socket.on('connect', () => { connected(socket.id); socket.disconnect() })
      socket.on('connect_error', (error) => connected(error.message))
    }`);
    const connect = bare.run('globalThis.connect') as (
      client: unknown,
      engine: unknown,
      connected: (id: string) => void,
    ) => void;
    const client = bare.load('miniprogram_npm/socket.io-client/index.js');
    const engine = bare.load('miniprogram_npm/engine.io-client/index.js');
    expect(await new Promise<string>((resolve) => connect(client, engine, resolve))).toBe('b');
    const emitters = [...files].filter(([, text]) => /\bemitReserved = |prototype\.once = /.test(text));
    expect(emitters.map(([path]) => path)).toEqual(['miniprogram_npm/@socket.io/component-emitter/index.js']);
    const packedClient = [...files]
      .filter(([path]) => /(socket|engine)\.io/.test(path))
      .map(([, text]) => text);
    expect(packedClient.join('\n')).not.toMatch(
      /new XMLHttpRequest|new WebTransport|new WebSocket|[^.\w]Function\(/,
    );
    rmSync(project, { recursive: true });
  });
});

test('what a module of the main package requires lies there too, though a subpackage alone names it', async () => {
  const project = makeProject({
    'miniprogram/app.ts': "import { io } from 'socket.io-client'\nApp({ io })\n",
    'miniprogram/packages/member/item/item.ts':
      "import { encodePacket } from 'engine.io-parser'\nimport { encode } from 'uqr'\nPage({ encodePacket, encode })\n",
  });
  const { files } = await computePack(project);
  expect([...files.keys()].filter((path) => path.endsWith('engine.io-parser/index.js'))).toEqual([
    'miniprogram_npm/engine.io-parser/index.js',
  ]);
  rmSync(project, { recursive: true });
});

describe('the packing step', () => {
  test('leaves its note with versions, and a second run changes nothing', async () => {
    const marker = join(root, 'miniprogram/miniprogram_npm/.packed-by-project.json');
    expect(JSON.parse(readFileSync(marker, 'utf8'))).toMatchObject({
      packages: { valibot: expect.any(String) as string },
    });
    const before = statSync(marker).mtimeMs;
    await pack(root);
    expect(statSync(marker).mtimeMs).toBe(before);
  });

  test('sees files that another packer left', async () => {
    writeFiles(root, {
      'miniprogram/miniprogram_npm/dayjs/index.js': '1',
      'miniprogram/miniprogram_npm/other/index.js': '2',
    });
    const source = join(root, 'miniprogram');
    expect(differences(source, subpackages, packed.files)).toEqual([
      'miniprogram_npm/dayjs/index.js',
      'miniprogram_npm/other/index.js',
    ]);
    await pack(root);
    expect(differences(source, subpackages, packed.files)).toEqual([]);
  });

  test('refuses a package that package.json does not declare', async () => {
    const broken = makeProject({ 'miniprogram/app.ts': "\nimport ts from 'typescript'\nApp({ ts })" });
    await expect(computePack(broken)).rejects.toThrow(
      'miniprogram/app.ts:2: typescript is not in the dependencies',
    );
    rmSync(broken, { recursive: true });
  });

  test('refuses a component that its package does not have', async () => {
    const broken = makeProject({
      'miniprogram/pages/home/home.json': '{"usingComponents":{"t-x":"tdesign-miniprogram/x/x"}}',
    });
    await expect(computePack(broken)).rejects.toThrow(
      'miniprogram/pages/home/home.json: tdesign-miniprogram has no component x/x',
    );
    rmSync(broken, { recursive: true });
  });
});
