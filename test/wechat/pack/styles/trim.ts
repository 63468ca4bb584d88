/** Leaves in the style sheets of packed components what the app can show. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import postcss, { type Rule } from 'postcss';
import type { Project } from '../project';
import { ROOTS } from '../rules';
import { dropUnused } from './unused';
import { mentionedVariables, shortenVariables, type Variables } from './variables';
import { idleProperties, piecesOf } from './words';

/**
 * Trims all sheets of a package. Nothing is lost that can be seen: a rule is removed when one of its classes cannot be
 * composed of literal text in the app and the packed components, a variable when it has no effect.
 * @param packed texts of the package's files in use, by path
 * @returns the new texts of the sheets
 */
export function trimStyles(project: Project, packed: ReadonlyMap<string, string>): Map<string, string> {
  const own = project.files.map((path) => [path, readFileSync(join(project.source, path), 'utf8')] as const);
  const pieces = new Set([
    ...own.flatMap(([path, text]) => piecesOf(path, text)),
    ...packedPieces(own, packed),
  ]);
  const variables = variablesOf(own, packed);
  const sheets = [...packed].filter(([path]) => path.endsWith('.wxss'));
  return new Map(sheets.map(([path, text]) => [path, trimmed(text, pieces, variables)]));
}

type Texts = readonly (readonly [path: string, text: string])[];

function packedPieces(own: Texts, packed: ReadonlyMap<string, string>): string[] {
  const words = new Map(
    [...own, ...packed].map(([path, text]) => [path, new Set(text.match(/[\w-]+/g) ?? [])]),
  );
  return [...packed].flatMap(([path, text]) => {
    const folder = posix.dirname(path);
    const props = packed.get(posix.join(folder, 'props.js'));
    if (props === undefined) return piecesOf(path, text);
    // A component's own scripts mention all of its switches, so only other files are searched for them.
    const others = [...words].filter(
      ([other]) => other.endsWith('.wxml') || (!other.endsWith('.wxss') && posix.dirname(other) !== folder),
    );
    return piecesOf(
      path,
      text,
      idleProperties(props, (name) => others.some(([, has]) => has.has(name))),
    );
  });
}

function variablesOf(own: Texts, packed: ReadonlyMap<string, string>): Variables {
  const declared = new Set([...own, ...packed].flatMap(([, text]) => mentionedVariables(text)));
  const everywhere = new Set<string>();
  for (const [path, text] of own) {
    if (!path.endsWith('.wxss')) continue;
    postcss.parse(text).each((node) => {
      if (node.type === 'rule' && isForAllRoots(node))
        node.walkDecls(/^--/, ({ prop }) => void everywhere.add(prop));
    });
  }
  return { declared, everywhere };
}

function isForAllRoots({ selectors }: Rule): boolean {
  return ROOTS.every((root) => selectors.includes(root));
}

function trimmed(text: string, pieces: ReadonlySet<string>, variables: Variables): string {
  const root = postcss.parse(text);
  dropUnused(root, pieces);
  root.walkDecls((declaration) => {
    declaration.value = shortenVariables(declaration.value, variables);
  });
  return root.toString();
}
