// G5: what README and docs say is so: commands, files, links, tests, addresses, accounts.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configFor } from '../../../miniprogram/config';
import { ACCOUNTS, CODE } from '../../hints';
import type { Doc, Word } from './docs';
import { anchorsIn, docsOf, spansOf, spread, wordsOf } from './docs';
import { filesBelow } from './files';

const root = path.resolve(__dirname, '../../..');
const docs = docsOf(root);
const spans = spansOf(docs);
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const files = ['miniprogram', 'typings', 'test', 'docs'].flatMap((folder) => filesBelow(root, folder));
const code = files.filter((file) => /^test\/.*\.(ts|js)$/.test(file)).map(read);
const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

/** Those of which something does not hold, with where they stand. A pattern that finds nothing would agree with everything. */
function wrong(words: readonly Word[], atLeast: number, holds: (word: string) => boolean): string[] {
  expect(words.length).toBeGreaterThanOrEqual(atLeast);
  return words.filter(({ word }) => !holds(word)).map(({ word, at }) => `${at} ${word}`);
}

test('G5 every npm command in the papers is one, and so is each that is named by its last part', () => {
  const own = ['start', 'test'];
  const named = [
    ...wordsOf(docs, /npm run ([\w:-]+)/g),
    ...wordsOf(docs, /npm (start|test|stop|restart)\b/g),
    ...spans.filter(({ word }) => /^test:[\w]+$/.test(word)),
  ];
  expect(wrong(named, 30, (name) => name in scripts)).toEqual([]);
  expect(own.every((name) => name in scripts)).toBe(true);
});

test('G5 every script that is run by tsx, and every file or folder in backticks, exists', () => {
  expect(
    wrong(wordsOf(docs, /\btsx (test\/[\w/.-]+)/g), 6, (file) => existsSync(path.join(root, file))),
  ).toEqual([]);

  const known = new Set(files.flatMap(namesOf));
  const isThere = (word: string): boolean => {
    const plain = word.replace(/\/$/, '');
    if (plain.includes('*')) {
      const wanted = new RegExp(`^${plain.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
      return [...known].some((one) => wanted.test(one));
    }
    // A member of a file is named behind a dot: `stores/chat/customer-chat.receive`.
    return (
      [plain, plain.replace(/\.\w+$/, '')].some((one) => known.has(one)) || existsSync(path.join(root, plain))
    );
  };
  const paths = spans
    .filter(({ word }) => isPath(word) && !isMade(word) && !EXAMPLES.includes(word))
    .flatMap(({ word, at }) => spread(word).map((one) => ({ word: one, at })));
  expect(wrong(paths, 150, isThere)).toEqual([]);
});

/** Made up by a paper to show the form of something. */
const EXAMPLES = ['m/a7.js', 'backend/**/recorded.test.ts'];

const isPath = (word: string): boolean =>
  !word.startsWith('@') &&
  /^[\w.@{},*-]+(\/[\w.@{},*-]+)*\/?$/.test(word) &&
  (word.includes('/') || /\.(ts|js|mjs|md|json|wxml|wxss|wxs|svg)$/.test(word));

/** What commands make and git leaves alone. */
function isMade(word: string): boolean {
  const made = read('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'));
  return made.some((folder) => `${word}/`.includes(folder));
}

/** All by which a file may be named: with fewer folders before it, without its ending, and each folder above it. */
function namesOf(file: string): string[] {
  const parts = file.split('/');
  const names: string[] = [];
  for (let end = 1; end <= parts.length; end++) {
    for (let from = 0; from < end; from++) {
      const name = parts.slice(from, end).join('/');
      names.push(
        name,
        ...(end === parts.length
          ? [name.replace(/\.\w+$/, ''), name.replace(/(\.d|\.test)?\.\w+$/, '')]
          : []),
      );
    }
  }
  return names;
}

test('G5 every link leads to a file, and every anchor to a heading', () => {
  const byFile = new Map(docs.map((doc): [string, Doc] => [doc.file, doc]));
  const broken = docs.flatMap((doc) =>
    wordsOf([doc], /\]\(([^)\s]+)\)/g)
      .filter(({ word }) => !/^https?:/.test(word))
      .filter(({ word }) => {
        const [file = '', anchor] = word.split('#');
        const to = file === '' ? doc.file : path.posix.join(path.posix.dirname(doc.file), file);
        const target = byFile.get(to);
        const isFound = existsSync(path.join(root, to));
        return (
          !isFound || (anchor !== undefined && (target === undefined || !anchorsIn(target).includes(anchor)))
        );
      })
      .map(({ word, at }) => `${at} ${word}`),
  );
  expect(wordsOf(docs, /\]\([^)]+\)/g).length).toBeGreaterThan(25);
  expect(broken).toEqual([]);
});

test('G5 every test that is cited by its letter and number exists', () => {
  // A name may show several: `E6 J4 pictures …`.
  const heads = code.flatMap((text) => [...text.matchAll(/['"`]((?:[A-Z]\d{1,2}[ ,:'"`-]+)+)/g)]);
  const names = new Set(heads.flatMap(([, head = '']) => head.match(/[A-Z]\d{1,2}/g) ?? []));
  // V4 is a backend.
  expect(wrong(wordsOf(docs, /(?<![\w/.#-])([A-U]\d{1,2})(?![\w.])/g), 3, (name) => names.has(name))).toEqual(
    [],
  );
});

test('G5 the addresses are those of the code: what `npm start` opens, and what the app calls in development', () => {
  const start = read('test/start.ts');
  const usual = ['PORT', 'BACKEND_PORT'].map(
    (name) => new RegExp(`portOf\\('${name}', (\\d+)\\)`).exec(start)?.[1],
  );
  expect(usual).toEqual(['8900', '8901']);
  const ports = wordsOf(docs, /127\.0\.0\.1:(\d+)/g);
  // 9001 is the reader's own, behind `?origin=`.
  expect(wrong(ports, 4, (port) => [...usual, '9001'].includes(port))).toEqual([]);
  expect(new URL(configFor('development').v4_origin).port).toBe('8901');
  const others = 'PORT=8910 BACKEND_PORT=8911 npm start';
  for (const text of [start, read('README.md')]) expect(text).toContain(others);
});

test('G5 every variable of the environment that is named is read by the code', () => {
  const named = wordsOf(docs, /\b((?:[A-Z]+_)*(?:PORT|FILE|SEED|CHROMIUM|APPID|KEY))\b/g);
  const isRead = (name: string): boolean =>
    code.some((text) => new RegExp(`env\\[?\\.?'?${name}\\b|'${name}'`).test(text));
  expect(wrong(named, 8, isRead)).toEqual([]);
});

test('G5 the accounts, their code and the version of Node are those of the code', () => {
  const mobiles = ACCOUNTS.map(({ mobile }) => mobile);
  expect(wrong(wordsOf(docs, /`(1\d{10})`/g), 2, (mobile) => mobiles.includes(mobile))).toEqual([]);
  expect(wrong(wordsOf(docs, /`(\d{6})`/g), 1, (word) => word === CODE)).toEqual([]);
  expect(read('README.md')).toContain(`Node ${engines.node.replace('>=', '')} or later`);
});

test('G5 the parts of the bench that performance.md names are its measures', () => {
  const bench = files.filter((file) => /^test\/bench\/.*\.ts$/.test(file)).map(read);
  const measures = bench.flatMap((text) =>
    [...text.matchAll(/: Measure = \{\s*name: '(\w+)'/g)].map(([, name = '']) => name),
  );
  const said = /runs some parts\s*\(([^)]*)\)/.exec(read('docs/performance.md'))?.[1] ?? '';
  expect([...said.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(measures.sort());
});
