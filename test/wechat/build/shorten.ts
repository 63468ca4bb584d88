/** Names that are short in all files of the copy alike: WeChat's minifier sees one file at a time and must leave them. */
import { posix } from 'node:path';
import type { Finding } from '../gate/finding';
import { packageOf } from '../sandbox/resolve';
import type { Layout } from '../sandbox/resolve';
import { classedMarkup, classedSheet, shortClasses } from './class-names';
import type { Draft } from './draft';
import { lateModules, renamed, shortNames } from './names';
import { rerouted, shortPlaces } from './places';
import type { Places } from './places';
import { shortProperties, withProperties } from './properties';
import { short } from './short';

const WHOLE = 'uses a module as a whole; name what is used of it';

export interface Shortened {
  files: readonly Pick<Draft, 'path' | 'text'>[];
  places: Places;
  /** What the copy cannot hold. */
  faults: Finding[];
}

/** @param drafts all texts of the program */
export function shorten(drafts: readonly Draft[], layout: Layout): Shortened {
  const modules = esModules(drafts);
  const scripts = drafts
    .filter(({ kind }) => kind === 'script')
    .map(({ path, text }) => ({ path, code: short(text, modules) }));
  const sheets = drafts.filter(({ kind }) => kind === 'sheet');
  const rest = drafts.filter(({ kind }) => kind === 'packed' || kind === 'other');
  const late = lateModules(scripts);
  const units = new Set(drafts.map(({ path }) => path).filter((path) => path.endsWith('.json')));
  const places = shortPlaces(
    scripts,
    (path) => late.has(path) || path === 'app.js' || units.has(path.replace(/js$/, 'json')),
    (path) => packageOf(layout, path),
  );
  const names = shortNames(scripts, late);
  const known = new Set(scripts.map(({ path }) => path));
  const faults: Finding[] = [];
  const written = scripts.map(({ path, code }) => {
    const { code: shorter, whole } = renamed(code, names);
    faults.push(...whole.map((line) => ({ at: `${path}:${line}`, message: WHOLE })));
    return { path: places.get(path) ?? path, text: rerouted({ path, code: shorter }, places, known) };
  });
  const isOwn = ({ path }: Draft): boolean => !/(^|\/)miniprogram_npm\//.test(path);
  const classes = shortClasses(
    sheets.filter(isOwn).map(({ text }) => text),
    rest.filter((draft) => draft.path.endsWith('.wxml') && isOwn(draft)).map(({ text }) => text),
    drafts.filter(({ path }) => /\.(js|wxs)$/.test(path)).map(({ text }) => text),
  );
  const properties = shortProperties(
    sheets.map(({ text }) => text),
    drafts.filter(({ kind }) => kind !== 'sheet').map(({ text }) => text),
  );
  const styled = sheets.map((draft) => {
    const text = withProperties(draft.text, properties);
    return { path: draft.path, text: isOwn(draft) ? classedSheet(text, classes) : text };
  });
  const marked = rest.map((draft) => {
    const { path, text } = draft;
    if (path.endsWith('.wxml') && isOwn(draft)) return { path, text: classedMarkup(text, classes) };
    return path.endsWith('.json') && path !== 'app.json'
      ? { path, text: nearestComponents(path, text) }
      : draft;
  });
  faults.push(...lostSheets(styled));
  return { files: [...marked, ...styled, ...written], places, faults };
}

/** A component's path from the root, where that is shorter than the way to it. */
function nearestComponents(path: string, text: string): string {
  return text.replace(/(?<=": *")\.\.?\/[^"]*/g, (way) => {
    const whole = `/${posix.join(posix.dirname(path), way)}`;
    return whole.length < way.length ? whole : way;
  });
}

/** Specifiers of npm's modules that are marked as ES modules. */
function esModules(drafts: readonly Draft[]): ReadonlySet<string> {
  return new Set(
    drafts.flatMap(({ path, text }) => {
      const name = /(?:^|\/)miniprogram_npm\/(.+?)(?:\/index)?\.js$/.exec(path)?.[1];
      return name !== undefined && text.includes('"__esModule"') ? [name] : [];
    }),
  );
}

/** Imports of sheets that are not there: WeChat's compiler passes them over. */
function lostSheets(sheets: readonly Pick<Draft, 'path' | 'text'>[]): Finding[] {
  const known = new Set(sheets.map(({ path }) => path));
  return sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/@import "([^"]+)"/g)]
      .map(([, to = '']) => (to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(path), to)))
      .filter((to) => !known.has(to))
      .map((to) => ({ at: path, message: `imports ${to}, which is not there` })),
  );
}
