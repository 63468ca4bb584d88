/**
 * Words in the packed components that may be names of icons. Unlike our own code, a component's does not follow a
 * naming rule for icons.
 */
import ts from 'typescript';
import { namesInCode, namesInMarkup } from './names';

/** What `icon` may be where a component names its shape by it. */
const SHAPES = ['circle', 'rectangle'];

/**
 * A word of several parts (`close-circle`) counts wherever it stands: nothing else is called so. A single one (`close`,
 * `button`, `data`) counts only where an icon is named.
 */
export function packedNames(path: string, text: string): string[] {
  const compound = [...text.matchAll(/(["'`])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\1/g)].map(
    ([, , word = '']) => word,
  );
  return [...compound, ...aroundShape(text), ...single(path, text)];
}

/** `'check-' + icon + '-filled'`, as the checkbox puts it together. */
function aroundShape(text: string): string[] {
  const around = [...text.matchAll(/'([a-z-]+-)'\s*\+\s*icon\s*\+\s*'(-[a-z-]+)'/g)];
  return around.flatMap(([, before = '', after = '']) => SHAPES.map((shape) => before + shape + after));
}

function single(path: string, text: string): string[] {
  if (path.endsWith('.wxml')) return namesInMarkup(path, text).map(({ name }) => name);
  if (!/\.(js|wxs)$/.test(path)) return [];
  return [...namesInCode(path, text).map(({ name }) => name), ...preset(text)];
}

/** `calcIcon(given, 'close')`, `setIcon('icon', given, 'close')`: the last argument is what is shown when `true` is given. */
function preset(text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile('a.js', text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\b(calcIcon|setIcon)\)?$/.test(node.expression.getText(file))) {
      const last = node.arguments.slice(1).slice(-1)[0];
      if (last !== undefined && ts.isStringLiteralLike(last)) found.push(last.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
