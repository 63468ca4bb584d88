/** A package with a `miniprogram` field: read file by file, each file once, with its references resolved. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { changed } from './change';
import { toCommonJs } from './commonjs';
import { PackError } from './error';
import { HELPERS, helperNames } from './helpers';
import { referencesOf, type Reference } from './references';
import { CHANGED_FILES } from './rules';
import type { Names } from './uses';

export interface ReadyFile {
  text: string;
  /** Files of the same package that this one needs, by the specifier that names them. */
  local: Map<string, string[]>;
  /** npm modules that are not inside the package, with the names it uses: they are packed beside it. */
  outside: Map<string, Names>;
}

const COMPONENT_FILES = ['.js', '.json', '.wxml', '.wxss'];

export class ReadyMadePackage {
  private readonly files = new Map<string, ReadyFile>();
  private readonly replaced = new Map<string, string>();

  /** @param folder absolute path of the package's `miniprogram` folder */
  constructor(
    readonly name: string,
    private readonly folder: string,
  ) {}

  /** The files of the component at `path` (without extension), relative to the package's folder. */
  component(path: string, from: string): string[] {
    if (!this.isFile(`${path}.json`)) throw new PackError(`${from}: ${this.name} has no component ${path}`);
    return COMPONENT_FILES.map((extension) => path + extension).filter((file) => this.isFile(file));
  }

  /** The file of the module at `path` (as in `require`), relative to the package's folder. */
  module(path: string, at: string): string {
    const file = [path, `${path}.js`, posix.join(path, 'index.js')].find((candidate) =>
      this.isFile(candidate),
    );
    if (file === undefined) throw new PackError(`${at}: ${this.name} has no module ${path}`);
    return file;
  }

  /** The file that `spec` means in the file `from`. */
  moduleFrom(spec: string, from: string): string {
    return this.module(posix.join(posix.dirname(from), spec), `${this.name}/${from}`);
  }

  /** The text of a file as the package has it, but for what the rules change in it. */
  original(path: string): string {
    const text = readFileSync(join(this.folder, path), 'utf8');
    const changes = CHANGED_FILES[`${this.name}/${path}`] ?? [];
    return changes.reduce((before, change) => changed(path, before, change), text);
  }

  /** Reads a file, as CommonJS when it is a script. */
  read(path: string): ReadyFile {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    const raw = this.replaced.get(path) ?? this.original(path);
    const text = path.endsWith('.js')
      ? toCommonJs(path, raw).replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
      : raw;
    const file: ReadyFile = { text, local: new Map(), outside: new Map() };
    this.files.set(path, file);
    for (const reference of referencesOf(path, text)) this.resolve(path, reference, file);
    return file;
  }

  /** Puts another text in a file's place. */
  replace(path: string, text: string): void {
    this.replaced.set(path, text);
    this.files.delete(path);
  }

  /** All files reached from `roots`, the roots included. */
  closure(roots: Iterable<string>): Set<string> {
    const reached = new Set<string>();
    const queue = [...roots];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      queue.push(...[...this.read(path).local.values()].flat());
    }
    return reached;
  }

  private resolve(from: string, { spec, kind }: Reference, file: ReadyFile): void {
    const path = posix.join(posix.dirname(from), spec);
    const at = `${this.name}/${from}`;
    if (kind === 'component') file.local.set(spec, this.component(path, at));
    else if (kind === 'file')
      file.local.set(spec, [this.isFile(path) ? path : this.required(`${path}.wxml`, at)]);
    else if (spec.startsWith('.')) file.local.set(spec, [this.moduleFrom(spec, from)]);
    else {
      const inside = [`miniprogram_npm/${spec}.js`, `miniprogram_npm/${spec}/index.js`].find((path) =>
        this.isFile(path),
      );
      // The helpers that TypeScript shares out exist once for all packages, and with those in use alone.
      if (inside !== undefined && spec !== HELPERS) file.local.set(spec, [inside]);
      else file.outside.set(spec, spec === HELPERS ? helperNames(file.text) : 'all');
    }
  }

  private required(path: string, at: string): string {
    if (!this.isFile(path)) throw new PackError(`${at}: ${path} is missing`);
    return path;
  }

  private isFile(path: string): boolean {
    const absolute = join(this.folder, path);
    return existsSync(absolute) && statSync(absolute).isFile();
  }
}
