// All of TDesign in the preview: every component mounted alone, and a finger on most of those that react to one.
import fs from 'node:fs';
import path from 'node:path';
import { Program as Files, type Sources } from '../../unit/preview/support/program';
import { startStand, type Program, type Stand } from './support';
import { files, ROWS } from './tdesign-rows';

jest.setTimeout(120_000);
const LIBRARY = path.resolve(__dirname, '../../../node_modules/tdesign-miniprogram/miniprogram_dist');

/** `button/button`: what the library has. */
function components(): string[] {
  return fs
    .readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.json') && !file.startsWith('miniprogram_npm/'))
    .filter((file) => {
      const json = JSON.parse(fs.readFileSync(path.join(LIBRARY, file), 'utf8')) as { component?: boolean };
      return json.component === true;
    })
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

const all = components();
const alone = all.map((_, index) => `alone/p${index}`);
const rows = ROWS.map((_, index) => `rows/p${index}`);
const pages: Sources[] = [
  ...all.map((name, index) => files(`alone/p${index}`, [name], `<t-${name.split('/').at(-1) ?? ''}/>`)),
  ...ROWS.map(({ uses, wxml }, index) => {
    const paths = uses.map((name) => `${name}/${name}`);
    return files(`rows/p${index}`, paths, wxml);
  }),
];
const program = new Files({
  'app.json': { pages: ['home', ...alone, ...rows], lazyCodeLoading: 'requiredComponents' },
  'home.js': 'Page({})',
  'home.wxml': '<view/>',
  ...Object.fromEntries(pages.flatMap((page) => Object.entries(page))),
});

let stand: Stand;
let opened: Program;
beforeAll(async () => {
  stand = await startStand(program.root);
  opened = await stand.open();
});
afterAll(() => stand.close());

it('F2 its components are mounted one by one without an error, but for those that miss what they are to show', async () => {
  const faulty: string[] = [];
  const count = (): Promise<number> => opened.page.evaluate(() => globalThis.__preview.errors.length);
  for (const [index, name] of all.entries()) {
    const before = await count();
    expect(await opened.go('reLaunch', `/alone/p${index}`)).toBe('ok');
    if ((await count()) > before) faulty.push(name);
  }
  expect(all.length - faulty.length).toBeGreaterThanOrEqual(95);
  // They throw inside of the library, on a phone as well, without a content and without a size.
  expect(faulty.filter((name) => !/^(chat-content|color-picker)\//.test(name))).toEqual([]);
});

describe('F2 a finger', () => {
  it.each(ROWS.map((row, index) => ({ ...row, index })))('F2 $name', async ({ act, event, index }) => {
    expect(await opened.go('reLaunch', `/rows/p${index}`)).toBe('ok');
    await act({ page: opened.page, frame: await opened.frame() });
    const { said } = await opened.until((data) => String(data['said']).includes(` ${event} `));
    expect(said).toContain(event);
  });
});
