// Compiles WXSS: imports inlined, selectors rewritten. `rpx` stays: only the runtime knows how wide the device is.
import postcss, { CssSyntaxError } from 'postcss';
import type { AtRule, ChildNode, Root } from 'postcss';
import type { CodePath } from '../../protocol';
import type { Diagnostics } from '../diagnostics';
import type { Files } from '../files';
import { folderOf, joinPath } from '../files';
import { foldersUp } from '../project/resolve';
import { fallToPhoneFont } from './fallback';
import { drawIconsLocally } from './icons';
import { selectorRewriter } from './selectors';

export interface Sheet {
  css: string;
  /** The files it was made of, imports included. */
  files: string[];
}

const IMPORT = /^(?:url\()?\s*(['"]?)(.+?)\1\s*\)?$/;

/** Parses each file once as long as it does not change. */
export class Stylesheets {
  private readonly parsed = new Map<string, { version: string; root: Root }>();

  constructor(private readonly files: Files) {}

  /** The sheet of a code path; null when it has none or when it is faulty (which is reported). */
  compile(diagnostics: Diagnostics, path: CodePath, scoped: boolean): Sheet | null {
    const file = `${path}.wxss`;
    if (!this.files.exists(file)) return null;
    const used = new Set<string>();
    const root = this.inline(diagnostics, file, [file], used);
    if (root === null) return null;
    const rewrite = selectorRewriter(path, scoped);
    root.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name.endsWith('keyframes'))
        return;
      try {
        rule.selector = rewrite(rule.selector);
      } catch (error) {
        const text = `selector "${rule.selector}": ${error instanceof Error ? error.message : String(error)}`;
        diagnostics.add({ source: 'wxss', ...placeOfRule(this.files, rule, file), text });
        rule.remove();
      }
    });
    drawIconsLocally(root);
    fallToPhoneFont(root);
    return { css: root.toString(), files: [...used] };
  }

  private parse(diagnostics: Diagnostics, file: string): Root | null {
    const version = this.files.version(file) ?? '';
    const known = this.parsed.get(file);
    if (known?.version === version) return known.root.clone();
    try {
      const root = postcss.parse(this.files.read(file) ?? '', { from: file });
      this.parsed.set(file, { version, root });
      return root.clone();
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      const { line = 0, column = 0, reason } = error;
      diagnostics.add({ source: 'wxss', file, line, column, text: reason });
      return null;
    }
  }

  private inline(
    diagnostics: Diagnostics,
    file: string,
    stack: readonly string[],
    used: Set<string>,
  ): Root | null {
    used.add(file);
    const root = this.parse(diagnostics, file);
    root?.walkAtRules('import', (rule) => {
      const reference = IMPORT.exec(rule.params)?.[2];
      if (reference === undefined || /^https?:/.test(reference)) return;
      rule.replaceWith(this.imported(diagnostics, file, rule, reference, stack, used));
    });
    return root;
  }

  private imported(
    diagnostics: Diagnostics,
    file: string,
    rule: AtRule,
    reference: string,
    stack: readonly string[],
    used: Set<string>,
  ): ChildNode[] {
    const target = this.resolve(file, reference);
    if (target === null) {
      const { line = 0, column = 0 } = rule.source?.start ?? {};
      diagnostics.add({ source: 'wxss', file, line, column, text: `@import "${reference}" is not found` });
      return [];
    }
    if (stack.includes(target)) return [];
    return this.inline(diagnostics, target, [...stack, target], used)?.nodes ?? [];
  }

  private resolve(file: string, reference: string): string | null {
    const name = reference.endsWith('.wxss') ? reference : `${reference}.wxss`;
    const candidates = [joinPath(folderOf(file), name)];
    if (!/^[./]/.test(name))
      for (const folder of foldersUp(file)) candidates.push(joinPath(folder, `miniprogram_npm/${name}`));
    return candidates.find((candidate) => candidate !== null && this.files.exists(candidate)) ?? null;
  }
}

/** An inlined rule remembers the file it came from. */
function placeOfRule(
  files: Files,
  rule: ChildNode,
  fallback: string,
): { file: string; line: number; column: number } {
  const { line = 0, column = 0 } = rule.source?.start ?? {};
  const from = rule.source?.input.file;
  const file = from === undefined ? fallback : from.slice(process.cwd().length + 1);
  return { file: files.exists(file) ? file : fallback, line, column };
}
