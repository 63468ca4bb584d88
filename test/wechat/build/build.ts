/** The upload's own copy of the mini program: lowered to ES2017 file by file, with a configuration that leaves it so. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../gate/finding';
import type { Built } from './built';
import { filesBelow } from '../gate/files';
import { reachedFiles } from '../gate/reached';
import { bundle } from '../pack/bundle';
import { toCommonJs } from '../pack/commonjs';
import { HELPERS, helperNames } from '../pack/helpers';
import { MARKER } from '../pack/marker';
import { lower } from './lower';
import type { Lowered } from './lower';
import { shortened } from './style';

/** Where the copy lies in a project; ignored by git, and by the copy itself. */
export const BUILD_FOLDER = 'test/wechat/.cache/build';

const HELPERS_FILE = `miniprogram_npm/${HELPERS}/index.js`;

/** How TypeScript marks an ES module, 30 bytes longer in each of 300 files than it must be. */
const MARK = 'Object.defineProperty(exports, "__esModule", { value: true });';
const SHORT_MARK = 'exports.__esModule = true;';

/** Names of the exports to come, which are `undefined` without it just as well, but for a module that passes on all of another's. */
const ANNOUNCED = /^(exports\.[\w$]+ = )+void 0;\n/m;

/** Makes the copy anew, with the files that are used and no others; the packed npm modules must be there already. */
export async function build(root: string): Promise<Built> {
  const folder = join(root, BUILD_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const source = join(root, 'miniprogram');
  const faults: Finding[] = [];
  const helpers = new Set<string>();
  const write = (path: string, content: string | Buffer): void => {
    const target = join(folder, 'miniprogram', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const path of [...reachedFiles(root).shipped, ...packedFiles(source)]) {
    const content = readFileSync(join(source, path));
    if (!/\.([jt]s|wxss)$/.test(path)) {
      write(path, content);
      continue;
    }
    const { code, faults: own } = translated(path, content.toString());
    const short = code.replace(MARK, SHORT_MARK);
    write(
      path.replace(/\.ts$/, '.js'),
      short.includes('__exportStar') ? short : short.replace(ANNOUNCED, ''),
    );
    faults.push(...own.map(({ line, message }) => ({ at: `miniprogram/${path}:${line}`, message })));
    for (const name of helperNames(code)) helpers.add(name);
  }
  if (helpers.size > 0) write(HELPERS_FILE, await helpersFile(root, helpers));
  writeFileSync(join(folder, 'project.config.json'), configuration(root));
  return { folder, faults };
}

/** What the packing step has lowered already stays as it is. */
function translated(path: string, text: string): Lowered {
  if (path.endsWith('.wxss')) return shortened(text);
  return isPacked(path) ? { code: text, faults: [] } : lower(path, text);
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
