/** Network addresses stand in `config.ts` alone: what the owner must allow is known there, and an environment changes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Check } from '../check';
import { lineAt } from '../finding';
import { filesBelow } from '../files';

const CONFIG = 'config.ts';
/** A scheme alone counts as well: a host would be put behind it. */
const ADDRESS = /(?:https?|wss?):\/\/[^\s"'`)<>\\]*/g;
/** `src="//cdn…"`, `url(//cdn…)`: an address without its scheme. */
const SCHEMELESS = /(?:src|href)=["']\/\/[^"']+|url\(\s*["']?\/\/[^)"']+/g;
/** A whole literal that is a host, with or without a port or path: `'cdn.example.com/a.png'`, `'10.0.0.8:8901'`. */
const HOST =
  /(?<=["'`])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|top|cc|dev|app))(?::\d+)?(?=[/?"'`])[^\s"'`]*/gi;

/** Addresses that are never called: XML namespaces, and pages that packed modules name in their messages. */
const NAMES = [
  'http://www.w3.org/',
  'https://github.com/mobxjs/mobx/blob/main/packages/mobx/src/errors.ts',
  'https://socket.io/docs/',
];

export const addresses: Check = {
  title: 'network addresses stand in config.ts alone',
  run({ root }) {
    const folder = join(root, 'miniprogram');
    return filesBelow(folder, '.ts', '.js', '.json', '.wxml', '.wxss', '.wxs')
      .filter((path) => path !== CONFIG && !path.endsWith('.d.ts'))
      .flatMap((path) => {
        const text = readFileSync(join(folder, path), 'utf8');
        return addressesIn(path, text).map(({ address, offset }) => ({
          at: `miniprogram/${path}:${lineAt(text, offset)}`,
          message: `${address} belongs in config.ts`,
        }));
      });
  },
};

/** Addresses in a file's own words, not in its comments. */
export function addressesIn(path: string, text: string): { address: string; offset: number }[] {
  const plain = /\.(ts|js|wxs)$/.test(path) ? literalsOnly(text) : withoutComments(text);
  return (
    [ADDRESS, SCHEMELESS, HOST]
      .flatMap((pattern) => [...plain.matchAll(pattern)])
      .map((match) => ({ address: match[0], offset: match.index }))
      .filter(({ address }) => !NAMES.some((name) => address.startsWith(name)))
      // A packed client puts schemes before what it is given.
      .filter(({ address }) => !(path.includes('miniprogram_npm/') && address.endsWith('//')))
  );
}

/** The text with all but its literals blanked, so that offsets stay. */
function literalsOnly(text: string): string {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  const kept: string[] = [];
  let end = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const start = node.getStart(file);
      kept.push(blank(text.slice(end, start)), text.slice(start, node.end));
      ({ end } = node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return kept.join('');
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
