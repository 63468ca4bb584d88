/** The pieces that class names are put together from: all literal text of scripts and markup. */
import ts from 'typescript';

/** Properties by which no literal can come to be: see `idleProperties`. */
export type Idle = ReadonlySet<string>;

/** The literal pieces of a file, split at blanks: `{{prefix}}__icon big` holds `__icon` and `big`. */
export function piecesOf(path: string, text: string, idle: Idle = new Set()): string[] {
  const texts = /\.(ts|js|wxs)$/.test(path)
    ? literalsOf(text, idle)
    : path.endsWith('.wxml')
      ? attributesOf(text)
      : path.endsWith('.json')
        ? [...text.matchAll(/"([^"\\]*)"/g)].map(([, word = '']) => word)
        : [];
  return texts.flatMap((piece) => piece.split(/\s+/)).filter((piece) => piece !== '');
}

/** What stands around `{{…}}` in attributes, and the strings within. */
function attributesOf(text: string): string[] {
  return [...text.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g)].flatMap(([, double, single]) => {
    const value = double ?? single ?? '';
    const inside = [...value.matchAll(/(['"])([^'"]*)\1/g)].map(([, , word = '']) => word);
    return [...inside, ...value.split(/\{\{[\s\S]*?\}\}/)];
  });
}

function literalsOf(text: string, idle: Idle): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    if (isIdleBranch(node, idle)) return;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest));
  return found;
}

/** `this.data.ghost && …` where `ghost` is never set. */
function isIdleBranch(node: ts.Node, idle: Idle): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    ts.isPropertyAccessExpression(node.left) &&
    idle.has(node.left.name.text)
  );
}

/**
 * The switches of a component (Boolean properties, off by default) that no text mentions: they stay off.
 * @param props text of the component's `props.js`
 * @param isMentioned tells whether any text of the app sets an attribute, or has a name, of this spelling
 */
export function idleProperties(props: string, isMentioned: (name: string) => boolean): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && isSwitch(node.initializer)) {
      const { text } = node.name;
      const kebab = text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (!isMentioned(text) && !isMentioned(kebab)) found.add(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('props.js', props, ts.ScriptTarget.Latest, true));
  return found;
}

function isSwitch(node: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const values = new Map(
    node.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? [[property.name.getText(), property.initializer.getText()]] : [],
    ),
  );
  return values.get('type') === 'Boolean' && ['!1', 'false', undefined].includes(values.get('value'));
}
