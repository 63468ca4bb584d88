/** Each component that JSON declares is used in its markup, each that markup uses is declared, and a late one has a stand-in. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readProject, type Project } from '../../pack/project';
import { referencesOf } from '../../pack/references';
import { packageOf } from '../../sandbox/resolve';
import type { Check } from '../check';
import { lineAt, type Finding } from '../finding';
import { isBuiltIn } from './built-in-tags';

interface Declaring {
  usingComponents?: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
}

/** Tags used, with the first place of each. */
type Tags = ReadonlyMap<string, string>;

export const components: Check = {
  title: 'components are declared where they are used, and only there',
  run({ root }) {
    const project = readProject(root);
    const everywhere = declarationsOf(project, 'app.json');
    const all = project.files.filter((path) => path.endsWith('.wxml'));
    const used = new Set(all.flatMap((path) => [...tagsOf(project, path).keys()]));
    const idle = Object.keys(everywhere.usingComponents ?? {}).filter((tag) => !used.has(tag));
    return [
      ...idle.map((tag) => unused(project, 'app.json', tag)),
      ...project.files
        .filter((path) => path.endsWith('.json') && existsSync(join(project.source, markupOf(path))))
        .flatMap((path) => ofComponent(project, path, everywhere)),
    ];
  },
};

function ofComponent(project: Project, path: string, everywhere: Declaring): Finding[] {
  const own = declarationsOf(project, path);
  const declared = { ...everywhere.usingComponents, ...own.usingComponents };
  const placeholders = { ...everywhere.componentPlaceholder, ...own.componentPlaceholder };
  const tags = tagsOf(project, markupOf(path));
  const standIns = new Set(Object.values(placeholders));
  const isUsed = (tag: string): boolean => tags.has(tag) || standIns.has(tag);
  return [
    ...Object.keys(own.usingComponents ?? {})
      .filter((tag) => !isUsed(tag))
      .map((tag) => unused(project, path, tag)),
    ...[...tags]
      .filter(([tag]) => !(tag in declared) && !isBuiltIn(tag))
      .map(([tag, at]) => ({ at, message: `${tag} is neither WeChat's nor declared in ${path}` })),
    ...Object.entries(declared)
      .filter(([tag, spec]) => tags.has(tag) && isLate(project, path, spec) && !(tag in placeholders))
      .map(([tag]) =>
        at(project, path, tag, `${tag} comes from another package: it needs a componentPlaceholder`),
      ),
    ...Object.entries(own.componentPlaceholder ?? {})
      .filter(([tag, standIn]) => !(tag in declared) || !(standIn in declared || isBuiltIn(standIn)))
      .map(([tag, standIn]) => at(project, path, tag, `${tag} or its stand-in ${standIn} is not declared`)),
  ];
}

function unused(project: Project, path: string, tag: string): Finding {
  return at(project, path, tag, `${tag} is declared and not used: it would be loaded for nothing`);
}

function at(project: Project, path: string, tag: string, message: string): Finding {
  const text = readFileSync(join(project.source, path), 'utf8');
  return { at: `miniprogram/${path}:${lineAt(text, Math.max(0, text.indexOf(`"${tag}"`)))}`, message };
}

/** Whether a component lies in a subpackage that the file at `path` is not in. */
function isLate({ source, subpackages }: Project, path: string, spec: string): boolean {
  const layout = { root: source, subpackages };
  const target = spec.startsWith('/') ? spec.slice(1) : posix.join(posix.dirname(path), spec);
  const home = packageOf(layout, target);
  return home !== '' && home !== packageOf(layout, path);
}

function declarationsOf({ source }: Project, path: string): Declaring {
  return JSON.parse(readFileSync(join(source, path), 'utf8')) as Declaring;
}

function markupOf(path: string): string {
  return path.replace(/json$/, 'wxml');
}

/** Tags of a WXML file and of those that it imports or includes. */
function tagsOf({ source, files }: Project, path: string): Tags {
  const found = new Map<string, string>();
  const queue = [path];
  const seen = new Set<string>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || !files.includes(next)) continue;
    seen.add(next);
    const text = readFileSync(join(source, next), 'utf8');
    const markup = text.replace(/<!--[\s\S]*?-->|<wxs\b[^>]*>[\s\S]*?<\/wxs>/g, (cut) =>
      cut.replace(/[^\n]/g, ' '),
    );
    for (const match of markup.matchAll(/<([a-z][\w-]*)|\sgeneric:[\w-]+=["']([\w-]+)["']/g)) {
      const tag = match[1] ?? match[2] ?? '';
      if (!found.has(tag)) found.set(tag, `miniprogram/${next}:${lineAt(text, match.index)}`);
    }
    for (const { spec } of referencesOf(next, text))
      queue.push(spec.startsWith('/') ? spec.slice(1) : posix.join(posix.dirname(next), spec));
  }
  return found;
}
