/** What the code says about its own publishing: read once, told by the checklist and by the upload. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPages, type App } from '../gate/checks/app-json';
import { filesBelow } from '../gate/files';
import { programOf, type OwnProgram } from '../gate/program';
import { categoriesOf, type Category } from './categories';
import { DEGRADES } from './degrades';
import { domainsOf, originsOf, type Kind, type Origin } from './domains';
import { compareVersions } from './library';
import { declarations, type Declared } from './privacy';
import { demanding, lowestLibrary, usesOf } from './uses';
import type { Use } from './use';

export interface Facts {
  /** Of `project.config.json`. */
  appid: string;
  origins: readonly Origin[];
  /** Fields of the configuration by kind of domain. */
  domains: Readonly<Record<Kind, readonly string[]>>;
  hasWebView: boolean;
  declared: readonly Declared[];
  /** The lowest base library that has all that is used without asking. */
  lowest: string;
  /** What decides it. */
  deciding: readonly string[];
  /** What a phone with the lowest one may lack, asked for first or ignored there: name, version, what happens then. */
  newer: readonly { name: string; since: string; without: string }[];
  categories: readonly Category[];
  /** Pages in a room of no known category. */
  unknownPages: readonly string[];
}

/** Reads a project; its npm modules must be packed. */
export function factsOf(root: string, program: OwnProgram = programOf(root)): Facts {
  const uses = usesOf(root, program);
  const lowest = lowestLibrary(uses);
  const origins = originsOf(root);
  const app = JSON.parse(readFileSync(join(root, 'miniprogram/app.json'), 'utf8')) as App;
  const { needed, unknown } = categoriesOf(allPages(app));
  return {
    appid: appidOf(root),
    origins,
    domains: domainsOf(program, uses, origins),
    hasWebView: filesBelow(join(root, 'miniprogram'), '.wxml').some((path) =>
      readFileSync(join(root, 'miniprogram', path), 'utf8').includes('<web-view'),
    ),
    declared: declarations(root, program, uses),
    lowest,
    deciding: unique(
      demanding(uses)
        .filter(({ since }) => since === lowest)
        .map(({ name }) => name),
    ),
    newer: newerThan(lowest, uses),
    categories: needed,
    unknownPages: unknown,
  };
}

function appidOf(root: string): string {
  const path = join(root, 'project.config.json');
  const { appid = '' } = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}) as {
    appid?: string;
  };
  return appid;
}

function newerThan(lowest: string, uses: readonly Use[]): Facts['newer'] {
  const versions = new Map(
    uses.flatMap(({ name, since }) =>
      since !== undefined && compareVersions(since, lowest) > 0 ? [[name, since] as const] : [],
    ),
  );
  return [...versions]
    .map(([name, since]) => ({ name, since, without: DEGRADES[name] ?? 'is asked for first' }))
    .sort((a, b) => compareVersions(a.since, b.since) || (a.name < b.name ? -1 : 1));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
