/** Which hosts the program calls, and how: each has to stand on the list of its kind at mp.weixin.qq.com. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { lineAt } from '../gate/finding';
import type { OwnProgram } from '../gate/program';
import type { Use } from './use';

const KINDS = ['request', 'socket', 'uploadFile', 'downloadFile'] as const;
export type Kind = (typeof KINDS)[number];

/** `wx` members by the list that they are checked against. */
const CALLS: Readonly<Record<Kind, readonly string[]>> = {
  request: ['wx.request'],
  socket: ['wx.connectSocket'],
  uploadFile: ['wx.uploadFile'],
  downloadFile: ['wx.downloadFile', 'wx.getImageInfo', 'Canvas.createImage', 'wx.loadFontFace'],
};

/** Rooms that speak to one backend, below `miniprogram/`. */
const ROOMS: Readonly<Record<string, RegExp>> = {
  v4_origin: /^miniprogram\/(api\/v4|packages\/member)\//,
  xcx_origin: /^miniprogram\/(api\/xcx|packages\/staff|packages\/assistant)\//,
};

/** One address of `config.ts`. */
export interface Origin {
  /** `release`, `trial`, `development`, or '' where there is one for all. */
  environment: string;
  /** `v4_origin`. */
  name: string;
  address: string;
}

/** The addresses that `config.ts` holds in fields named `…_origin`. A project without that file has none. */
export function originsOf(root: string): Origin[] {
  const path = join(root, 'miniprogram/config.ts');
  if (!existsSync(path)) return [];
  const config = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Origin[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      const around = node.parent.parent;
      const environment = ts.isPropertyAssignment(around) ? around.name.getText() : '';
      if (name.endsWith('_origin')) found.push({ environment, name, address: node.initializer.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(config);
  return found;
}

/** A domain of an example, which belongs to nobody: the owner has to put in a real one. */
export function isPlaceholder(address: string): boolean {
  return /\bexample\.(com|net|org)$|\.(example|invalid|test)$/.test(new URL(address).hostname);
}

/** What must be on each list: fields of the configuration by kind. Kinds that nothing calls are there, and empty. */
export function domainsOf(
  program: OwnProgram,
  uses: readonly Use[],
  origins: readonly Origin[],
): Record<Kind, string[]> {
  const called = (kind: Kind): boolean => uses.some(({ name }) => CALLS[kind].includes(name));
  const names = [...new Set(origins.map(({ name }) => name))];
  const readers = readersOf(program, names);
  const of = (...ways: string[]): string[] =>
    names.filter((name) => readers.some((reader) => reader.name === name && ways.includes(reader.way)));
  return {
    request: called('request') ? of('base_url') : [],
    socket: called('socket') ? of('socket') : [],
    uploadFile: called('uploadFile') ? uploadsOf(program, names) : [],
    // Any host that an answer names may be downloaded from: none is known to be safe to leave out.
    downloadFile: called('downloadFile') ? names : [],
  };
}

/**
 * Where the configuration's addresses are read, and what for: the object that they are put into says it by another of its
 * fields.
 * @throws Error for a reader that says neither
 */
function readersOf({ own, pathOf }: OwnProgram, names: readonly string[]): { name: string; way: string }[] {
  return own.flatMap((file) => {
    const found: { name: string; way: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && names.includes(node.name.text)) {
        const object = ts.findAncestor(node, ts.isObjectLiteralExpression);
        const fields = (object?.properties ?? []).map((property) => property.name?.getText());
        const way = ['socket', 'base_url'].find((field) => fields.includes(field));
        if (way === undefined)
          throw new Error(
            `${pathOf(file)}:${lineAt(file.text, node.getStart(file))}: reads ${node.name.text} neither for a base_url nor for a socket: say in test/wechat/publish/domains.ts which list it belongs to`,
          );
        found.push({ name: node.name.text, way });
      }
      ts.forEachChild(node, visit);
    };
    if (pathOf(file) !== 'miniprogram/config.ts') visit(file);
    return found;
  });
}

/** Backends that something is uploaded to: `client.upload` in one of their rooms. */
function uploadsOf({ own, pathOf }: OwnProgram, names: readonly string[]): string[] {
  const calling = own.filter((file) => /\.upload\(/.test(file.text)).map(pathOf);
  return names.filter((name) => calling.some((path) => ROOMS[name]?.test(path) ?? true));
}
