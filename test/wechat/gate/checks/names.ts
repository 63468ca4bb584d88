/** The wire's names stay as they are sent: no camelCase twin of a contract key, and none of the retired names. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import type { Check } from '../check';
import { lineAt, type Finding } from '../finding';
import { filesBelow } from '../files';
import { isPlatformName } from './platform-names';

const RETIRED = ['item_instance_id', 'instance_events', 'locks'];
const ALLOWED = ['pageSize'];

/** Why a word is forbidden, by word. */
type Forbidden = ReadonlyMap<string, string>;

export const names: Check = {
  title: 'names are the contract’s, as sent',
  run({ root }) {
    const program = programOf(root);
    const own = program.getSourceFiles().filter(({ fileName }) => isOwn(relative(root, fileName)));
    const contract = own.filter(({ fileName }) =>
      /^typings[/\\](v4|xcx)[/\\]/.test(relative(root, fileName)),
    );
    const keys = new Set(contract.flatMap(contractKeys));
    if (keys.size === 0)
      return [{ at: 'typings', message: 'v4 and xcx hold no snake_case key to compare with' }];
    const forbidden = forbiddenWords(keys);
    const checker = program.getTypeChecker();
    return [...own.flatMap((file) => inCode(root, file, checker, forbidden)), ...inMarkup(root, forbidden)];
  },
};

function isOwn(path: string): boolean {
  return /^(miniprogram|typings)[/\\]/.test(path) && !path.includes('miniprogram_npm');
}

function programOf(root: string): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ['miniprogram', 'typings'].flatMap((folder) =>
    filesBelow(join(root, folder), '.ts').map((path) => join(root, folder, path)),
  );
  const own = (path: string): boolean => isOwn(relative(root, path));
  return ts.createProgram(files.filter(own), options, hostFor(options, own));
}

/** What the compiler and the packages bring along, by path: the same for every project that is looked at. */
const foreign = new Map<string, ts.SourceFile | undefined>();

function hostFor(options: ts.CompilerOptions, own: (path: string) => boolean): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...how) => {
    if (own(path)) return read(path, ...how);
    if (!foreign.has(path)) foreign.set(path, read(path, ...how));
    return foreign.get(path);
  };
  return host;
}

function contractKeys(file: ts.SourceFile): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && /^[a-z0-9]+(_[a-z0-9]+)+$/.test(textOf(node.name)))
      keys.push(textOf(node.name));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return keys;
}

function forbiddenWords(keys: ReadonlySet<string>): Forbidden {
  const twins = [...keys].map((key): [string, string] => [
    key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    `the contract says ${key}`,
  ]);
  const retired = RETIRED.map((name): [string, string] => [name, 'this name is retired']);
  return new Map([...twins.filter(([twin]) => !ALLOWED.includes(twin)), ...retired]);
}

/** Property names anywhere, and the words inside string literals; not variables, and not what the platform calls so. */
function inCode(root: string, file: ts.SourceFile, checker: ts.TypeChecker, forbidden: Forbidden): Finding[] {
  const found: Finding[] = [];
  const report = (node: ts.Node, word: string): void => {
    const why = forbidden.get(word);
    if (why !== undefined)
      found.push({
        at: `${relative(root, file.fileName)}:${lineAt(file.text, node.getStart(file))}`,
        message: `${word}: ${why}`,
      });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined))
      return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      for (const word of node.text.split(/\W+/)) report(node, word);
    }
    const name = propertyName(node);
    if (name !== undefined && forbidden.has(name.text) && !isPlatformName(node, name.text, checker))
      report(name, name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function propertyName(node: ts.Node): ts.Identifier | undefined {
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.name) ? node.name : undefined;
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? name : undefined;
  }
  const declares =
    ts.isPropertySignature(node) ||
    ts.isObjectLiteralElementLike(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isMethodDeclaration(node);
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name : undefined;
}

function textOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** Members read in WXML and WXS: `item.expiresAt`. */
function inMarkup(root: string, forbidden: Forbidden): Finding[] {
  const folder = join(root, 'miniprogram');
  return filesBelow(folder, '.wxml', '.wxs')
    .filter((path) => !path.includes('miniprogram_npm'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return [...text.matchAll(/\.\s*([A-Za-z_]\w*)/g)].flatMap((match) => {
        const why = forbidden.get(match[1] ?? '');
        return why === undefined
          ? []
          : [{ at: `miniprogram/${path}:${lineAt(text, match.index)}`, message: `${match[1]}: ${why}` }];
      });
    });
}
