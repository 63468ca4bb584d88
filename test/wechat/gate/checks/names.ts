/** The wire's names stay as they are sent: no camelCase twin of a contract key, and none of the retired names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { programFor, type Check } from '../check';
import { lineAt, type Finding } from '../finding';
import { filesBelow } from '../files';
import type { OwnProgram } from '../program';
import { isPlatformName } from './platform-names';

const RETIRED = ['item_instance_id', 'instance_events', 'locks'];
const ALLOWED = ['pageSize'];

/** Why a word is forbidden, by word. */
type Forbidden = ReadonlyMap<string, string>;

export const names: Check = {
  title: 'names are the contract’s, as sent',
  run(work) {
    const program = programFor(work);
    const contract = program.own.filter((file) => /^typings\/(v4|xcx)\//.test(program.pathOf(file)));
    const keys = new Set(contract.flatMap(contractKeys));
    if (keys.size === 0)
      return [{ at: 'typings', message: 'v4 and xcx hold no snake_case key to compare with' }];
    const forbidden = forbiddenWords(keys);
    return [
      ...program.own.flatMap((file) => inCode(program, file, forbidden)),
      ...inMarkup(work.root, forbidden),
    ];
  },
};

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
function inCode({ checker, pathOf }: OwnProgram, file: ts.SourceFile, forbidden: Forbidden): Finding[] {
  const found: Finding[] = [];
  const report = (node: ts.Node, word: string): void => {
    const why = forbidden.get(word);
    if (why !== undefined)
      found.push({
        at: `${pathOf(file)}:${lineAt(file.text, node.getStart(file))}`,
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
