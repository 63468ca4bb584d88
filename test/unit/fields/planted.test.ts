// The field test must fail when it should: small programs with each fault, and with each way to read a field.
import { coverageOf } from './coverage';
import type { Coverage } from './coverage';
import { readFieldDocs } from './docs';
import { complaints } from './judge';
import { memoryProgram } from './program';

const PAGE = 'miniprogram/pages/home/home.ts';
const FILES = {
  'typings/v4/item.d.ts': `
    export interface Rank { word: string }
    export interface Item {
      item_id: string; item_name: string; rank?: Rank | null;
      parts: Array<{ part_name: string }>; other: string | { inner: number };
    }`,
  'miniprogram/api/schema.ts': `
    export interface Schema<T> { '~types'?: { input: unknown; output: T } }
    export declare function schemaFor<T>(): Schema<T>;`,
  'miniprogram/api/v4/schema/item.ts': `
    import type { Item } from '../../../../typings/v4/item';
    import { schemaFor } from '../../schema';
    export const itemSchema = schemaFor<Item>();`,
  'miniprogram/api/v4/item.ts': `
    import type { Item } from '../../../typings/v4/item';
    import type { Schema } from '../schema';
    import { itemSchema } from './schema/item';
    declare function call<T>(schema: Schema<T>): T;
    export const readItem = (): Item => call(itemSchema);`,
  [PAGE]: `
    import { readItem } from '../../api/v4/item';
    import { itemWords } from '../../format/item';
    itemWords(readItem());`,
};

/** Coverage where `format/item.ts`, which the page uses, is this text; `more` adds or replaces files. */
function covered(format: string, more: Record<string, string> = {}): Coverage {
  const text = `import type { Item } from '../../typings/v4/item';\n${format}`;
  const app = memoryProgram({ ...FILES, 'miniprogram/format/item.ts': text, ...more });
  return coverageOf(app, [{ name: 'pages/home/home', scripts: [PAGE] }]);
}

const readNames = ({ fields }: Coverage): string[] =>
  fields.filter(({ readers }) => readers.length > 0).map(({ type, name }) => `${type}.${name}`);
const allNames = ({ fields }: Coverage): string[] => fields.map(({ type, name }) => `${type}.${name}`);

const nothing = 'export const itemWords = (item: Item): Item => item;';
const ALL = ['item_id', 'item_name', 'rank', 'parts', 'parts.part_name', 'other', 'other.inner'];
const unread = (names: string[], word = true): string =>
  [
    '### `Item`',
    ...names.map((name) => `| \`${name}\` | unread | nobody asks |`),
    ...(word ? ['### `Rank`', '| `word` | unread | nobody asks |'] : []),
  ].join('\n');
const judged = (coverage: Coverage, markdown: string): string[] =>
  complaints(coverage, readFieldDocs(markdown));

test('B lists fields through unions, nulls, lists and types without a name', () => {
  expect(allNames(covered(nothing)).sort()).toEqual(
    [...ALL.map((name) => `Item.${name}`), 'Rank.word'].sort(),
  );
});

test.each([
  ['an access', '(item: Item) => item.item_name', ['Item.item_name']],
  ['an optional access', '(item: Item) => item.rank?.word', ['Item.rank', 'Rank.word']],
  ['a key', `(item: Item) => item['item_name']`, ['Item.item_name']],
  ['a parameter taken apart', '({ item_id: id }: Item) => id', ['Item.item_id']],
  [
    'taken apart below',
    '({ rank }: Item) => { const { word } = rank!; return word; }',
    ['Item.rank', 'Rank.word'],
  ],
  [
    'an assignment that takes apart',
    '(item: Item) => { let item_id; ({ item_id } = item); return item_id; }',
    ['Item.item_id'],
  ],
  [
    'a row of a list',
    '(item: Item) => item.parts.map((part) => part.part_name)',
    ['Item.parts', 'Item.parts.part_name'],
  ],
  ['a part of the type', `(item: Pick<Item, 'item_name'>) => item.item_name`, ['Item.item_name']],
  ['a copy', '(item: Item) => ({ ...item, x: 1 }).item_name', ['Item.item_name']],
])('B counts %s as a read', (_, words, names) => {
  expect(readNames(covered(`export const itemWords = ${words};`))).toEqual(names);
});

test.each([
  ['another type’s field of that name', '(_: Item) => ({ item_name: 1 }).item_name'],
  ['a write', `(item: Item) => { item.item_name = ''; }`],
  ['what is left away', '({ item_name: _left, ...rest }: Item) => rest'],
  ['a comment or text', `(_: Item) => 'item.item_name' /* item.item_name */`],
  ['a type', `(item: Item): Item['item_name'] | Item => item`],
])('B does not count %s', (_, words) => {
  expect(readNames(covered(`export const itemWords = ${words};`))).toEqual([]);
});

test('B does not count what no page reaches, in the same file or in one that nobody imports', () => {
  const unused = 'export const unused = (item: Item) => item.item_name;';
  const lonely = `import type { Item } from '../../typings/v4/item';\n${unused}`;
  const coverage = covered(`${nothing}\n${unused}`, { 'miniprogram/stores/lonely.ts': lonely });
  expect(readNames(coverage)).toEqual([]);
  const [complaint = ''] = judged(coverage, unread(ALL.filter((name) => name !== 'item_name')));
  expect(complaint).toContain('Item.item_name is read by no page');
  expect(complaint).toContain('miniprogram/format/item.ts:3, miniprogram/stores/lonely.ts:2');
});

test('B complains of a new field, and is content with a reason', () => {
  const most = unread(ALL.filter((name) => name !== 'item_id'));
  expect(judged(covered(nothing), most)).toEqual([
    'Item.item_id is read by no page: read it, or add to docs/fields.md, below Item, | `item_id` | unread | why |',
  ]);
  expect(judged(covered(nothing), unread(ALL))).toEqual([]);
});

test('B complains of a line whose field is read now, and names it', () => {
  const coverage = covered('export const itemWords = (item: Item) => item.item_name;');
  expect(judged(coverage, unread(ALL))).toEqual([
    'docs/fields.md:3 Item.item_name is read now (miniprogram/format/item.ts:2, for pages/home/home): ' +
      'remove the line | `item_name` | unread | nobody asks |',
  ]);
});

test('B complains of lines for fields that are gone, told twice, without a reason or of no kind', () => {
  const lines = [
    '| `gone` | unread | x |',
    '| `item_id` | unread | x |',
    '| `item_name` | unread | |',
    '| `rank` | later | x |',
  ];
  const rest = ALL.filter((name) => !['item_name', 'rank'].includes(name));
  expect(judged(covered(nothing), `${unread(rest)}\n### \`Item\`\n${lines.join('\n')}`)).toEqual([
    'docs/fields.md:10 there is no field Item.gone any more: remove the line | `gone` | unread | x |',
    'docs/fields.md:11 Item.item_id is there twice: remove the line | `item_id` | unread | x |',
    'docs/fields.md:12 Item.item_name stands there without a reason',
    'docs/fields.md:13 “later” is none of edge, passed, unread, open: | `rank` | later | x |',
  ]);
});

test('B lets a field be open for a page to come only', () => {
  const docs = (pages: string) =>
    `## Pages to come\n${pages}\n${unread(ALL.slice(1))}\n### \`Item\`\n| \`item_id\` | open | \`pages/later/later\` |`;
  expect(judged(covered(nothing), docs('- `pages/later/later`'))).toEqual([]);
  expect(judged(covered(nothing), docs('- `pages/other/other`'))[0]).toContain(
    'open for no page to come (pages/other',
  );
});

test('B wants a field that only api/ reads told as such, and no other', () => {
  const edge = FILES['miniprogram/api/v4/item.ts'].replace(
    'call(itemSchema)',
    '{ const i = call(itemSchema); i.item_id; return i; }',
  );
  const coverage = covered(nothing, { 'miniprogram/api/v4/item.ts': edge });
  expect(judged(coverage, unread(ALL.slice(1)))[0]).toContain(
    'Item.item_id is only read at the edge (miniprogram/api/v4/item.ts:6',
  );
  expect(judged(coverage, unread(ALL))[0]).toContain('docs/fields.md:2 Item.item_id is read at the edge now');
  const told = unread(ALL).replace('`item_id` | unread', '`item_id` | edge');
  expect(judged(coverage, told)).toEqual([]);
  expect(judged(covered(nothing), told)[0]).toContain(
    'docs/fields.md:2 Item.item_id is not read at the edge',
  );
});

test('B wants types that are no reply told, and only those', () => {
  const typings = { 'typings/v4/old.d.ts': 'export interface Old { a: string }' };
  const told = `## No replies\n| \`Old\` | kept for later |\n${unread(ALL)}`;
  expect(judged(covered(nothing, typings), unread(ALL))).toEqual([
    'Old is no reply, nor part of one: add to docs/fields.md | `Old` | why |',
  ]);
  expect(judged(covered(nothing, typings), told)).toEqual([]);
  expect(judged(covered(nothing), told)[0]).toContain(
    'docs/fields.md:2 Old is a reply, or there is no such type',
  );
});
