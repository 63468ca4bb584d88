/** Which personal information the program handles, by the interfaces that it really uses. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../gate/files';
import { lineAt } from '../gate/finding';
import type { OwnProgram } from '../gate/program';
import { INTERFACES } from './privacy-table';
import { PURPOSES, TOLD } from './purposes';
import type { Use } from './use';

/** One line of the declaration. */
export interface Declared {
  information: string;
  /** As the table has them; empty for what comes by no interface. */
  interfaces: readonly string[];
  /** Undefined where nobody has said it yet. */
  purpose: string | undefined;
  /** `path:line` of the first use, or the file that makes or asks for it. */
  at: string;
}

type Place = Pick<Use, 'name' | 'at'>;

/** In the order of WeChat's table, then what comes by no interface. */
export function declarations(root: string, program: OwnProgram, uses: readonly Use[]): Declared[] {
  const places: Place[] = [...uses, ...scopes(program), ...inMarkup(root)];
  const byInterface = Object.entries(INTERFACES).flatMap(([information, all]) => {
    const used = all.filter((name) => places.some((place) => place.name === name));
    const first = places.find(({ name }) => used.includes(name));
    return first === undefined
      ? []
      : [{ information, interfaces: used, purpose: PURPOSES[information], at: first.at }];
  });
  const told = TOLD.filter(({ where }) => existsSync(join(root, 'miniprogram', where))).map(
    ({ information, where, purpose }) => ({
      information,
      interfaces: [],
      purpose,
      at: `miniprogram/${where}`,
    }),
  );
  return [...byInterface, ...told];
}

/** Scopes that code names: `wx.authorize({scope: 'scope.camera'})`. */
function scopes({ own, pathOf }: OwnProgram): Place[] {
  return own.flatMap((file) => {
    const found: Place[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && /^scope\.\w+$/.test(node.text))
        found.push({ name: node.text, at: `${pathOf(file)}:${lineAt(file.text, node.getStart(file))}` });
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/** Elements and values of WXML, whichever tag bears them: `<t-button open-type="…">` asks like `<button>`. */
function inMarkup(root: string): Place[] {
  const source = join(root, 'miniprogram');
  const wanted = new Set(Object.values(INTERFACES).flat());
  return filesBelow(source, '.wxml').flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const matches = [...text.matchAll(/<([\w-]+)|\b(open-type|type)=(?:"([^"]*)"|'([^']*)')/g)];
    return matches.flatMap((match) => {
      const [, tag, attribute, double, single] = match;
      const names = tag === undefined ? named(attribute ?? '', double ?? single ?? '') : [`<${tag}>`];
      return names
        .filter((name) => wanted.has(name))
        .map((name) => ({ name, at: `miniprogram/${path}:${lineAt(text, match.index)}` }));
    });
  });
}

/** A value may be chosen by an expression: each word in it counts. */
function named(attribute: string, value: string): string[] {
  const tag = attribute === 'type' ? 'input' : 'button';
  return [...value.matchAll(/\w+/g)].map(([word]) => `<${tag} ${attribute}="${word}">`);
}
