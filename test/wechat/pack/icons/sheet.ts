/** The style sheet of TDesign's icon component, with its CDN font replaced by drawings of the icons in use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from '../error';
import type { Project } from '../project';
import { EMPTY_PLACE, maskOf, placeOf } from './mask';
import { hiddenNames, namesInCode, namesInMarkup, namesInJson, type IconUse } from './names';
import { packedNames } from './packed-names';

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
 * @param packed texts of the packed components by path
 * @param original TDesign's own sheet, of which the rules that are not glyphs are kept
 * @throws PackError naming each use of an icon that does not exist, or that cannot be found
 */
export function iconSheet(
  project: Project,
  packed: ReadonlyMap<string, string>,
  original: string,
): IconSheet {
  refuseHidden(project);
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
  for (const name of [...packed].flatMap(([path, text]) => packedNames(path, text)))
    if (isIcon(project.root, name)) names.add(name);
  const sorted = [...names].sort();
  return { names: sorted, text: sheetText(project.root, sorted, original) };
}

function refuseHidden(project: Project): void {
  const hidden = project.files
    .filter((path) => path.endsWith('.wxml'))
    .flatMap((path) => hiddenNames(path, readFileSync(join(project.source, path), 'utf8')));
  if (hidden.length === 0) return;
  const lines = hidden.map(
    ({ name, at }) =>
      `miniprogram/${at}: an icon is named by "${name}": call it after icons (${name}_icon), or its icons are not found`,
  );
  throw new PackError(lines.join('\n'));
}

function ownUses(path: string, text: string): IconUse[] {
  if (path.endsWith('.wxml')) return namesInMarkup(path, text);
  if (path.endsWith('.json')) return namesInJson(path, text);
  return path.endsWith('.ts') && !path.endsWith('.d.ts') ? namesInCode(path, text) : [];
}

function isIcon(root: string, name: string): boolean {
  return /^[a-z0-9-]+$/.test(name) && existsSync(fileOf(root, name));
}

function fileOf(root: string, name: string): string {
  return join(root, 'node_modules/tdesign-icons-svg/src', `${name}.svg`);
}

/**
 * A mask takes the text's colour and size and stays sharp at any scale. Every engine in question knows the prefixed form,
 * and naming the drawings twice would double the sheet.
 */
function sheetText(root: string, names: string[], original: string): string {
  const kept = original
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/\.t-icon\{[^}]*\}/g, '')
    .replace(/\.t-icon-[\w-]+:before\{[^}]*\}/g, '')
    // No icon is a picture, and none is a letter of a font.
    .replace(/\.t-icon(--|__)image\{[^}]*\}/g, '')
    .replace(
      /(font-(style|weight|variant)|text-transform|-webkit-font-smoothing|-moz-osx-font-smoothing):[^;}]*;?/g,
      '',
    )
    .replace(/\n+/g, '\n');
  if (/https?:|@font-face/.test(kept) || !kept.includes('.t-icon-base{'))
    throw new PackError(`${ICON_PACKAGE}/${ICON_SHEET} has changed: it still names a font, or no base`);
  if (names.length === 0) return kept;
  const mask = maskOf(names.map((name) => readFileSync(fileOf(root, name), 'utf8')));
  const shared = `.t-icon-base:before{content:'';display:inline-block;vertical-align:top;width:1em;height:1em;background-color:currentColor;-webkit-mask:${mask} ${EMPTY_PLACE}/1em auto no-repeat;}`;
  const glyphs = names.map(
    (name, index) => `.t-icon-${name}:before{-webkit-mask-position:${placeOf(index)};}`,
  );
  return `${kept}${shared}\n${glyphs.join('\n')}\n`;
}
