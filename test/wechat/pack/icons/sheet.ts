/** The style sheet of TDesign's icon component, with its CDN font replaced by drawings of the icons in use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from '../error';
import type { Project } from '../project';
import { maskOf } from './mask';
import { namesInCode, namesInMarkup, namesInJson, type IconUse } from './names';

export const ICON_PACKAGE = 'tdesign-miniprogram';
/** Path inside the package. */
export const ICON_SHEET = 'icon/icon.wxss';

export interface IconSheet {
  text: string;
  /** The icons drawn, sorted. */
  names: string[];
}

/**
 * Draws every icon that the project names, and those that the packed components' own code may show.
 * @param packed texts of the packed components; any string there that is an icon's name counts
 * @param original TDesign's own sheet, of which the rules that are not glyphs are kept
 * @throws PackError naming each use of an icon that does not exist
 */
export function iconSheet(project: Project, packed: string[], original: string): IconSheet {
  const own = project.files.flatMap((path) =>
    ownUses(path, readFileSync(join(project.source, path), 'utf8')),
  );
  const unknown = own.filter(({ name }) => !isIcon(project.root, name));
  if (unknown.length > 0) {
    throw new PackError(
      unknown.map(({ name, at }) => `miniprogram/${at}: there is no icon named "${name}"`).join('\n'),
    );
  }
  const names = new Set(own.map(({ name }) => name));
  for (const name of packed.flatMap(wordsOf)) if (isIcon(project.root, name)) names.add(name);
  const sorted = [...names].sort();
  return { names: sorted, text: sheetText(project.root, sorted, original) };
}

function ownUses(path: string, text: string): IconUse[] {
  if (path.endsWith('.wxml')) return namesInMarkup(path, text);
  if (path.endsWith('.json')) return namesInJson(path, text);
  return path.endsWith('.ts') && !path.endsWith('.d.ts') ? namesInCode(path, text) : [];
}

/**
 * All quoted words of a text that have the form of an icon's name, and those that it puts together around a shape, as
 * the checkbox does: `'check-' + icon + '-filled'`.
 */
function wordsOf(text: string): string[] {
  const words = [...text.matchAll(/(["'`])([a-z][a-z0-9-]*)\1/g)].map((match) => match[2] ?? '');
  const around = [...text.matchAll(/'([a-z-]+-)'\s*\+\s*icon\s*\+\s*'(-[a-z-]+)'/g)];
  return [
    ...words,
    ...around.flatMap(([, before = '', after = '']) => SHAPES.map((shape) => before + shape + after)),
  ];
}

/** What `icon` may be where a component names its shape by it. */
const SHAPES = ['circle', 'rectangle'];

function isIcon(root: string, name: string): boolean {
  return /^[a-z0-9-]+$/.test(name) && existsSync(fileOf(root, name));
}

function fileOf(root: string, name: string): string {
  return join(root, 'node_modules/tdesign-icons-svg/src', `${name}.svg`);
}

/**
 * A mask takes the text's colour and size and stays sharp at any scale. Every engine in question knows the prefixed form,
 * and naming the drawing twice would double the sheet.
 */
function sheetText(root: string, names: string[], original: string): string {
  const kept = original
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/\.t-icon\{[^}]*\}/g, '')
    .replace(/\.t-icon-[\w-]+:before\{[^}]*\}/g, '')
    .replace(/\n+/g, '\n');
  if (/https?:|@font-face/.test(kept))
    throw new PackError(`${ICON_PACKAGE}/${ICON_SHEET} has changed: it still names a font`);
  if (names.length === 0) return kept;
  const shared = `${names.map((name) => `.t-icon-${name}:before`).join(',')}{content:'';display:inline-block;vertical-align:top;width:1em;height:1em;background-color:currentColor;-webkit-mask:center/contain no-repeat;}`;
  const glyphs = names.map((name) => {
    return `.t-icon-${name}:before{-webkit-mask-image:${maskOf(readFileSync(fileOf(root, name), 'utf8'))};}`;
  });
  return `${kept}${shared}\n${glyphs.join('\n')}\n`;
}
