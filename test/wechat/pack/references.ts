/** What a file of a ready-made package refers to: the edges along which a component's closure is followed. */
import ts from 'typescript';
import { componentPaths } from './component-uses';

export interface Reference {
  spec: string;
  /** Offset of the specifier's first character. */
  start: number;
  kind: 'module' | 'file' | 'component';
}

/** Lists the references in a file's text, in order. Components in JSON have no offset that matters and give 0. */
export function referencesOf(path: string, text: string): Reference[] {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  switch (extension) {
    case 'js':
      return requires(path, text);
    case 'json':
      return componentPaths(text, path).map((spec) => ({ spec, start: 0, kind: 'component' }));
    case 'wxml':
      return [
        ...matches(text, /<(?:wxs|import|include)\b[^>]*?\bsrc=["']([^"']+)["']/g),
        ...matches(text, WXS_REQUIRE),
      ];
    case 'wxs':
      return matches(text, WXS_REQUIRE);
    case 'wxss':
      return matches(text, /@import\s*(?:url\()?["']([^"']+)["']/g);
    default:
      return [];
  }
}

const WXS_REQUIRE = /\brequire\(\s*["']([^"']+\.wxs)["']\s*\)/g;

function matches(text: string, pattern: RegExp): Reference[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const spec = match[1] ?? '';
    return [{ spec, start: match.index + match[0].lastIndexOf(spec), kind: 'file' as const }];
  });
}

function requires(path: string, text: string): Reference[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: Reference[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require') {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) {
        found.push({ spec: argument.text, start: argument.getStart(file) + 1, kind: 'module' });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * Replaces specifiers in a text.
 * @param change gives the new specifier for an old one, or the same to leave it
 */
export function rewriteReferences(
  path: string,
  text: string,
  change: (reference: Reference) => string,
): string {
  const references = referencesOf(path, text).sort((a, b) => b.start - a.start);
  if (path.endsWith('.json')) return rewriteJson(text, references, change);
  return references.reduce(
    (result, reference) =>
      result.slice(0, reference.start) +
      change(reference) +
      result.slice(reference.start + reference.spec.length),
    text,
  );
}

function rewriteJson(
  text: string,
  references: Reference[],
  change: (reference: Reference) => string,
): string {
  const changed = new Map(references.map((reference) => [reference.spec, change(reference)]));
  const json: unknown = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? (changed.get(value) ?? value) : value,
  );
  return JSON.stringify(json);
}
