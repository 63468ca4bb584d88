/** Turns one script of ours, or of a packed package, into the ES2017 CommonJS that is uploaded: one file to one file. */
import ts from 'typescript';

export interface Lowered {
  /** Readable: WeChat minifies at upload, and keeps a source map to this text. */
  code: string;
  /** What the parser refused. */
  faults: { line: number; message: string }[];
}

/**
 * iPhones know ES2017 since iOS 11. TypeScript is used because it takes its helpers from `tslib`, one file for all,
 * while esbuild repeats half a KB of them in each: 67 KB of the main package.
 */
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2017,
  allowJs: true,
  esModuleInterop: true,
  importHelpers: true,
  isolatedModules: true,
  removeComments: true,
};

/**
 * Lowers a script; `require.async('…')` and the paths in `require` stay as they are written.
 * @param path below `miniprogram/`; its ending says whether it is TypeScript
 */
export function lower(path: string, text: string): Lowered {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
    transformers: { before: [fieldsExist] },
  });
  const faults = diagnostics.map(({ file, start = 0, messageText }) => ({
    line: (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
  return { code: shortAsked(outputText), faults };
}

/**
 * What TypeScript makes of `?.` and `??` asks for `null` and for `undefined`, so that it holds for `document.all` too. There is
 * none in the logic layer, and to ask for both at once is 11 KB less.
 */
function shortAsked(code: string): string {
  return code
    .replace(/(?<=(?<![.\w$])([\w$]+) )=== null \|\| \1 === void 0 \?/g, '== null ?')
    .replace(/(?<=(?<![.\w$])([\w$]+) )!== null && \1 !== void 0 \?/g, '!= null ?')
    .replace(/(?<=\) )=== null \|\| _\w+ === void 0 \?/g, '== null ?')
    .replace(/(?<=\) )!== null && _\w+ !== void 0 \?/g, '!= null ?');
}

/**
 * Gives a class field without a value the value `undefined`. As the language has it (and the tests), such a field exists
 * from the start, so that MobX sees it; below ES2022 TypeScript would leave it out.
 */
const fieldsExist: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isPropertyDeclaration(visited) || visited.initializer !== undefined || isOnlyDeclared(visited))
      return visited;
    const { modifiers, name } = visited;
    return factory.updatePropertyDeclaration(
      visited,
      modifiers,
      name,
      undefined,
      undefined,
      factory.createVoidZero(),
    );
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

function isOnlyDeclared({ modifiers = [] }: { modifiers?: readonly ts.ModifierLike[] | undefined }): boolean {
  return modifiers.some(
    ({ kind }) => kind === ts.SyntaxKind.DeclareKeyword || kind === ts.SyntaxKind.AbstractKeyword,
  );
}
