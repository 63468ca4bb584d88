/** Every file that is shipped is reached from `app.json`, and what files name exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../../pack/project';
import type { Check, Finding } from '../check';
import { allPages, type App } from './app-json';
import { readWaiting, WAITING_FILE } from '../waiting';
import { fileReferences } from './file-references';

/** Parts of a page or component that belong together by name. */
const PARTS = ['.ts', '.js', '.json', '.wxml', '.wxss'];
const ROOTS = [
  'app.ts',
  'app.js',
  'app.json',
  'app.wxss',
  'theme.json',
  'sitemap.json',
  'custom-tab-bar/index',
];

export const reach: Check = {
  title: 'every file is reached and what is named exists',
  run({ root }) {
    const { source, files } = readProject(root);
    const known = new Set(files);
    const app = JSON.parse(readFileSync(join(source, 'app.json'), 'utf8')) as App;
    const missing: Finding[] = [];
    const reached = new Set<string>();
    const queue = [...ROOTS, ...allPages(app)].flatMap((path) => withParts(path, known));
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const reference of fileReferences(path, readFileSync(join(source, path), 'utf8'))) {
        const found = reference.candidates.flatMap((candidate) =>
          reference.unit ? withParts(candidate, known) : known.has(candidate) ? [candidate] : [],
        );
        queue.push(...found);
        const npm = reference.npm !== undefined && existsSync(join(root, 'node_modules', reference.npm));
        if (found.length === 0 && reference.required && !npm)
          missing.push({
            at: `miniprogram/${path}:${reference.line}`,
            message: `${reference.spec} does not exist`,
          });
      }
    }
    const unused = unreached(source, files, reached);
    const waiting = Object.keys(readWaiting(root));
    const waits = (path: string): boolean => waiting.some((prefix) => path.startsWith(prefix));
    const idle = waiting.filter((prefix) => !unused.some((path) => path.startsWith(prefix)));
    return [
      ...missing,
      ...unused
        .filter((path) => !waits(path))
        .map((path) => ({ at: `miniprogram/${path}`, message: 'nothing uses this file' })),
      // Such a line would hide the next file that nothing uses.
      ...idle.map((prefix) => ({ at: WAITING_FILE, message: `${prefix} waits for nothing: take it out` })),
    ];
  },
};

function withParts(path: string, known: ReadonlySet<string>): string[] {
  return [path, ...PARTS.map((part) => path + part)].filter((candidate) => known.has(candidate));
}

/** Pictures count as reached when some file mentions their name, since code may compose the path. */
function unreached(source: string, files: string[], reached: ReadonlySet<string>): string[] {
  const texts = [...reached].map((path) => readFileSync(join(source, path), 'utf8')).join('\n');
  return files
    .filter((path) => !reached.has(path) && !path.endsWith('.d.ts'))
    .filter(
      (path) =>
        /\.(ts|js|json|wxml|wxss|wxs)$/.test(path) || !texts.includes(path.slice(path.lastIndexOf('/') + 1)),
    );
}
