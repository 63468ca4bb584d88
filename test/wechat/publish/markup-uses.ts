/** What WXML and JSON of the program use that has not always been there, packed components included. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineAt } from '../gate/finding';
import { filesBelow } from '../gate/files';
import { KEYS, TAGS } from './markup-since';
import type { Use } from './use';

const ELEMENT = /<([\w-]+)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;

/** All uses, in the order of the files. */
export function markupUses(root: string): Use[] {
  const source = join(root, 'miniprogram');
  return filesBelow(source, '.wxml', '.json').flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const found = path.endsWith('.wxml') ? inMarkup(text).filter(isAsked(path)) : inJson(text, path);
    return found.map(({ name, since, offset }) => ({
      name,
      since,
      guarded: false,
      at: `miniprogram/${path}:${lineAt(text, offset)}`,
    }));
  });
}

/**
 * Events in packed components are left out: they listen to all that their users may want, and an event that never comes
 * does no harm.
 */
function isAsked(path: string): (found: Found) => boolean {
  return ({ name }) => !path.includes('miniprogram_npm/') || !/ bind/.test(name);
}

interface Found {
  name: string;
  since: string;
  offset: number;
}

function inMarkup(text: string): Found[] {
  return [...text.matchAll(ELEMENT)].flatMap((element) => {
    const [, tag = '', attributes = ''] = element;
    const known = TAGS[tag] ?? {};
    return [['', ''] as const, ...attributesIn(attributes)].flatMap(([name, value]) => {
      const plain = name.replace(':', '').replace(/^(catch|mut-bind|capture-bind)/, 'bind');
      const shown = [plain, `${plain}=${value}`].find((key) => key in known);
      const since = known[shown ?? ''];
      if (shown === undefined || since === undefined) return [];
      const words = shown.includes('=') ? `${name}="${value}"` : name.replace(':', '');
      return [{ name: `<${[tag, words].filter(Boolean).join(' ')}>`, since, offset: element.index }];
    });
  });
}

function attributesIn(text: string): (readonly [name: string, value: string])[] {
  return [...text.matchAll(/([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  );
}

function inJson(text: string, path: string): Found[] {
  const file = path === 'app.json' ? path : 'JSON';
  return [...text.matchAll(/"(\w+)"\s*:/g)].flatMap((match) => {
    const since = KEYS[match[1] ?? ''];
    return since === undefined ? [] : [{ name: `${file} ${match[1]}`, since, offset: match.index }];
  });
}
