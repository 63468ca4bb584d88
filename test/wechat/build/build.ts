/** The upload's own copy of the mini program: lowered to ES2017 file by file, with a configuration that leaves it so. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../gate/finding';
import type { Built } from './built';
import { filesBelow } from '../gate/files';
import { reachedFiles } from '../gate/reached';
import { workOn } from '../gate/work';
import { bundle } from '../pack/bundle';
import { toCommonJs } from '../pack/commonjs';
import { HELPERS, helperNames } from '../pack/helpers';
import { MARKER } from '../pack/marker';
import { bare } from './bare';
import { lower } from './lower';
import type { Lowered } from './lower';
import type { Draft } from './draft';
import type { Places } from './places';
import { shorten } from './shorten';
import { shortened } from './style';

/** Where the copy lies in a project; ignored by git, and by the copy itself. */
export const BUILD_FOLDER = 'test/wechat/.cache/build';

/** Beside the copy: which source a short path stands for. */
export const PLACES_FILE = 'places.json';

const HELPERS_FILE = `miniprogram_npm/${HELPERS}/index.js`;

/** Makes the copy anew, with the files that are used and no others; the packed npm modules must be there already. */
export async function build(root: string): Promise<Built> {
  const folder = join(root, BUILD_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const source = join(root, 'miniprogram');
  const faults: Finding[] = [];
  const drafts: Draft[] = [];
  const write = (path: string, content: string | Buffer): void => {
    const target = join(folder, 'miniprogram', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const path of [...reachedFiles(root).shipped, ...packedFiles(source)]) {
    const content = readFileSync(join(source, path));
    const kind = kindOf(path);
    if (kind === undefined) {
      write(path, content);
      continue;
    }
    const { code: text, faults: own } = translated(path, kind, content.toString());
    faults.push(...own.map(({ line, message }) => ({ at: `miniprogram/${path}:${line}`, message })));
    drafts.push({ path: path.replace(/\.ts$/, '.js'), kind, text });
  }
  const helpers = new Set(drafts.flatMap(({ text }) => [...helperNames(text)]));
  if (helpers.size > 0) write(HELPERS_FILE, await helpersFile(root, helpers));
  const { files, places, faults: refused } = shorten(drafts, workOn(root).layout);
  for (const { path, text } of files) write(path, text);
  // What a phone's log names is looked up here.
  writeFileSync(join(folder, PLACES_FILE), placesText(places));
  writeFileSync(join(folder, 'project.config.json'), configuration(root));
  return { folder, places, faults: [...faults, ...refused] };
}

function placesText(places: Places): string {
  const rows = [...places].map(([path, place]) => [place, path.replace(/js$/, 'ts')] as const);
  return `${JSON.stringify(Object.fromEntries(rows.sort()), null, 2)}\n`;
}

/** `undefined` where it is no text. */
function kindOf(path: string): Draft['kind'] | undefined {
  if (path.endsWith('.wxss')) return 'sheet';
  if (/\.(wxml|wxs|json)$/.test(path)) return 'other';
  if (!/\.[jt]s$/.test(path)) return undefined;
  return isPacked(path) ? 'packed' : 'script';
}

/** What the packing step has lowered already stays as it is. */
function translated(path: string, kind: Draft['kind'], text: string): Lowered {
  if (kind === 'sheet') return shortened(text);
  if (path.endsWith('.wxs')) return { code: bare(text), faults: [] };
  return kind === 'script' ? lower(path, text) : { code: text, faults: [] };
}

function isPacked(path: string): boolean {
  return /(^|\/)miniprogram_npm\//.test(path);
}

function packedFiles(source: string): string[] {
  return filesBelow(source, '').filter(
    (path) => isPacked(path) && path !== MARKER && !path.endsWith(HELPERS_FILE),
  );
}

/** One file for the whole program, with the helpers in use: what the packing step put there serves its modules alone. */
async function helpersFile(root: string, names: Set<string>): Promise<string> {
  const { text } = await bundle({ root, specifier: HELPERS, names, packed: new Set() });
  return toCommonJs(HELPERS_FILE, text);
}

interface Configuration {
  setting: Record<string, unknown>;
}

/** The project's own, but for what would lower the copy again, to ES5 and with helpers for each. */
function configuration(root: string): string {
  const own = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')) as Configuration;
  const { useCompilerPlugins: _typescript, ...setting } = own.setting;
  const changed = {
    ...own,
    description: 'Made by `npm run build` for the upload; work in the project itself',
    // All that is in the copy is used: what WeChat thinks unused would be missed.
    setting: { ...setting, es6: false, enhance: false, ignoreUploadUnusedFiles: false },
    packOptions: { ignore: [], include: [] },
  };
  return `${JSON.stringify(changed, null, 2)}\n`;
}
