/** Finds the icon names in the project's own files. Where an icon is meant, a wrong name is an error, not a blank. */
import ts from 'typescript';
import { outcomesOf } from './expression';

export interface IconUse {
  name: string;
  /** `path:line` */
  at: string;
}

/** Components whose `icon` names a shape of their own, not a glyph. */
const SHAPES = /^t-(checkbox|radio)(-group)?$/;

/** `<t-icon name="…">` and every `icon`, `prefix-icon`, `leftIcon`… attribute, with the words its expression may come to. */
export function namesInMarkup(path: string, text: string): IconUse[] {
  return iconAttributes(path, text).flatMap(({ value, at }) =>
    outcomesOf(value)
      .words.filter(isGlyph)
      .map((name) => ({ name, at })),
  );
}

/**
 * Data that an icon is named by, but that is not itself named after icons: what it holds would be overlooked by
 * `namesInCode`, and the icon be blank.
 */
export function hiddenNames(path: string, text: string): IconUse[] {
  return iconAttributes(path, text).flatMap(({ value, at }) =>
    outcomesOf(value)
      .names.filter((name) => !isIconName(name))
      .map((name) => ({ name, at })),
  );
}

function iconAttributes(path: string, text: string): { value: string; at: string }[] {
  return [...text.matchAll(/<([\w-]+)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g)].flatMap(
    (element) => {
      const [, tag = '', attributes = ''] = element;
      if (SHAPES.test(tag)) return [];
      const at = `${path}:${text.slice(0, element.index).split('\n').length}`;
      const isIcon = tag === 'template' && /\bis=["']icon["']/.test(attributes);
      return [...attributes.matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g)]
        .filter(([, name = '']) => isIconAttribute(tag, name) || (isIcon && name === 'data'))
        .map(([, , double, single]) => ({ value: double ?? single ?? '', at }));
    },
  );
}

/** Values of `icon` in a JSON file. */
export function namesInJson(path: string, text: string): IconUse[] {
  return [...text.matchAll(/"icon"\s*:\s*"([^"]*)"/g)]
    .map((match) => ({
      name: match[1] ?? '',
      at: `${path}:${text.slice(0, match.index).split('\n').length}`,
    }))
    .filter(({ name }) => isGlyph(name));
}

/**
 * Strings that belong to something named after icons: a property `icon`, a table `TASK_ICONS`, a function `iconOf`.
 * Strings that are compared with, and options of `wx.` calls, are no icons.
 */
export function namesInCode(path: string, text: string): IconUse[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: IconUse[] = [];
  const visit = (node: ts.Node, meant: boolean): void => {
    if (ts.isTypeNode(node) || isPlatformCall(node) || ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) {
      const at = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
      if (meant && isGlyph(node.text)) found.push({ name: node.text, at });
      return;
    }
    if (ts.isCaseClause(node)) return node.statements.forEach((child) => visit(child, meant));
    if (ts.isBinaryExpression(node) && isComparison(node.operatorToken.kind)) return;
    if (ts.isPropertyAssignment(node))
      return visit(node.initializer, isIconName(node.name.getText(file)) || (meant && isTable(node)));
    const named =
      ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
    const inside = named ? isIconName(node.name?.getText(file) ?? '') : meant;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, false);
  return found;
}

function isIconAttribute(tag: string, name: string): boolean {
  return (
    (tag === 't-icon' && name === 'name') || /^(?!t-class|class|data-).*?(?:^|-)icon$|^[a-z]+Icon$/.test(name)
  );
}

/** A path is an image, and a word for "none" is no glyph. */
function isGlyph(name: string): boolean {
  return name !== '' && !/[/.:]/.test(name) && !['true', 'false', 'none'].includes(name);
}

function isIconName(name: string): boolean {
  return (
    /(^|_)icons?$|Icons?$|^icons?Of$|_ICONS?$|^icon[A-Z]/.test(name) &&
    !/(path|size|color|class)$/i.test(name)
  );
}

/** Inside a table of icons the values are icons; inside one icon's options only its name is. */
function isTable(property: ts.PropertyAssignment): boolean {
  return !/^(size|color|prefix|style|ariaLabel)$/.test(property.name.getText());
}

function isPlatformCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^wx\./.test(node.expression.getText());
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
