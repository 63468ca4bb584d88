/** `app.json` says what exists, and starts little. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { lineAt } from '../finding';

export interface App {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  lazyCodeLoading?: string;
  tabBar?: { list?: { pagePath: string }[] };
}

export const appJson: Check = {
  title: 'app.json is sound',
  run({ root }) {
    const folder = join(root, 'miniprogram');
    const text = readFileSync(join(folder, 'app.json'), 'utf8');
    return faults(JSON.parse(text) as App, (page) => missingFiles(folder, page)).map(({ word, message }) => ({
      at: `miniprogram/app.json:${lineAt(text, Math.max(0, text.indexOf(word)))}`,
      message,
    }));
  },
};

/** All pages with their subpackage's root before them. */
export function allPages(app: App): string[] {
  return [
    ...(app.pages ?? []),
    ...packagesOf(app).flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ];
}

interface Fault {
  /** A word by which the line is found. */
  word: string;
  message: string;
}

function faults(app: App, missing: (page: string) => string[]): Fault[] {
  const main = app.pages ?? [];
  const found: Fault[] = [];
  if (app.lazyCodeLoading !== 'requiredComponents') {
    found.push({
      word: 'lazyCodeLoading',
      message: 'lazyCodeLoading must be "requiredComponents", or every component runs at start',
    });
  }
  for (const page of main) {
    const owner = packagesOf(app).find(({ root }) => page.startsWith(`${root}/`));
    if (owner !== undefined)
      found.push({
        word: `"${page}"`,
        message: `${page} lies in the subpackage ${owner.root} and must not be in the main list`,
      });
  }
  for (const { pagePath } of app.tabBar?.list ?? []) {
    if (!main.includes(pagePath))
      found.push({ word: `"${pagePath}"`, message: `the tab ${pagePath} is not in the main list of pages` });
  }
  const pages = allPages(app);
  for (const page of new Set(pages)) {
    const word = `"${page}"`;
    if (pages.indexOf(page) !== pages.lastIndexOf(page))
      found.push({ word, message: `${page} is listed twice` });
    for (const file of missing(page))
      found.push({ word: page.split('/').slice(-2).join('/'), message: `${page} has no ${file}` });
  }
  return found;
}

function missingFiles(folder: string, page: string): string[] {
  const has = (...endings: string[]): boolean =>
    endings.some((ending) => existsSync(join(folder, `${page}${ending}`)));
  return [
    ...(has('.ts', '.js') ? [] : ['script']),
    ...(has('.wxml') ? [] : ['.wxml']),
    ...(has('.json') ? [] : ['.json']),
  ];
}

function packagesOf(app: App): { root: string; pages: string[] }[] {
  return app.subPackages ?? app.subpackages ?? [];
}
