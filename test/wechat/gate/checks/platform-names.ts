/** Tells the platform's own camelCase names, such as an option of `wx.uploadFile`, from twins of a contract key. */
import ts from 'typescript';

/** True when the property that `node` names is declared by a package, not by this project. */
export function isPlatformName(node: ts.Node, name: string, checker: ts.TypeChecker): boolean {
  if (ts.isPropertyAccessExpression(node)) return isForeign(checker.getSymbolAtLocation(node.name));
  if (ts.isBindingElement(node)) return isForeign(checker.getTypeAtLocation(node.parent).getProperty(name));
  if (ts.isObjectLiteralElementLike(node) && ts.isObjectLiteralExpression(node.parent)) {
    const expected = checker.getContextualType(node.parent);
    return isForeign(expected === undefined ? undefined : checker.getPropertyOfType(expected, name));
  }
  return false;
}

function isForeign(symbol: ts.Symbol | undefined): boolean {
  const declarations = symbol?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every((declaration) => declaration.getSourceFile().fileName.includes('/node_modules/'))
  );
}
