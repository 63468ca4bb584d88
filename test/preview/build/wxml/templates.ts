// Compiles all templates and WXS modules into one glass-easel template group.
import { TmplGroup } from 'glass-easel-template-compiler';
import type { CodePath, Diagnostic } from '../../protocol';
import type { Diagnostics } from '../diagnostics';
import { placeOf } from '../diagnostics';
import type { Files } from '../files';
import { folderOf, joinPath } from '../files';
import { lastAttributeWins } from './duplicates';
import { WXS_RUNTIME, checkWxs, transformWxs, wxsRequires } from './wxs';

/** An item of what `addTmpl` returns. Lines and columns are 0-based. */
interface TemplateWarning {
  isError: boolean;
  level: 'Note' | 'Warn' | 'Error' | 'Fatal';
  message: string;
  startLine: number;
  startColumn: number;
}

export interface Templates {
  /** An expression that evaluates to the `TemplateGroup`. */
  code: string;
  /** Files read, for the watcher. */
  files: string[];
}

/** WeChat's compiler refuses these, glass-easel only warns. */
const REFUSED_BY_WECHAT = new Set(['missing end tag', 'invalid end tag']);
/** Warnings that are not shown: `lastAttributeWins` handles these, or WeChat does not warn of them. */
const QUIET = new Set(['duplicated attribute']);

const escapeText = (text: string): string => text.replace(/[<>{}&]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Replaces a template that does not compile: its page says so, and other pages work. */
const faultTemplate = ({ file, line, text }: Diagnostic): string =>
  `<view style="padding:16px;color:#c00;font-size:14px">${escapeText(`${file}:${line} ${text}`)}</view>`;

class TemplateBuild {
  readonly files: string[] = [];
  private readonly group = TmplGroup.newDev();
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();

  constructor(
    private readonly source: Files,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** `from` is the template that imports this one, null for a component's own. */
  addTemplate(path: CodePath, from: string | null): void {
    if (this.templates.has(path)) return;
    this.templates.add(path);
    const file = `${path}.wxml`;
    const text = this.read(file, from, path);
    if (text === null) return this.addFault(path, `${file} is missing`);
    const warnings = this.group.addTmpl(path, lastAttributeWins(text)) as TemplateWarning[];
    const faults = warnings
      .filter((warning) => !QUIET.has(warning.message))
      .map((warning) => this.report(file, warning));
    const fatal = warnings.find((warning) => warning.level === 'Fatal');
    if (fatal !== undefined) {
      const [first] = faults.filter((fault) => fault.severity === 'error');
      this.group.addTmpl(path, first === undefined ? '' : faultTemplate(first));
      return;
    }
    for (const name of this.names(this.group.getInlineScriptModuleNames(path)))
      this.rewriteInline(path, file, text, name);
    for (const other of this.names(this.group.getDirectDependencies(path))) this.addTemplate(other, file);
    for (const other of this.names(this.group.getScriptDependencies(path))) this.addScript(other, file);
  }

  finish(): Templates {
    this.group.setExtraRuntimeScript(WXS_RUNTIME);
    // Without any WXS the group leaves out the definer that WXS_RUNTIME wraps.
    if (this.scripts.size === 0) this.group.addScript('__preview_empty', '');
    const code = this.group.getTmplGenObjectGroups();
    this.group.free();
    return { code, files: this.files };
  }

  private names(list: unknown[]): string[] {
    return list.filter((name): name is string => typeof name === 'string');
  }

  private read(file: string, from: string | null, needle: string): string | null {
    this.files.push(file);
    const text = this.source.read(file);
    if (text !== null) return text;
    const name = needle.slice(needle.lastIndexOf('/') + 1);
    const place =
      from === null ? { file: `${needle}.json` } : { file: from, ...placeOf(this.source.read(from), name) };
    this.diagnostics.add({
      source: file.endsWith('.wxs') ? 'wxs' : 'wxml',
      ...place,
      text: `${file} is not found`,
    });
    return null;
  }

  private addFault(path: CodePath, text: string): void {
    const fault: Diagnostic = {
      severity: 'error',
      source: 'wxml',
      file: `${path}.wxml`,
      line: 0,
      column: 0,
      text,
      frame: '',
    };
    this.group.addTmpl(path, faultTemplate(fault));
  }

  private report(file: string, warning: TemplateWarning): Diagnostic {
    const own = !file.includes('miniprogram_npm/');
    const error =
      warning.level === 'Fatal' || (own && (warning.isError || REFUSED_BY_WECHAT.has(warning.message)));
    const finding = {
      severity: error ? ('error' as const) : ('warning' as const),
      source: 'wxml' as const,
      file,
    };
    const place = { line: warning.startLine + 1, column: warning.startColumn + 1 };
    // Warnings about libraries are not shown: nobody here can repair them, and WeChat accepts them.
    if (!own && !error) return { ...finding, ...place, text: warning.message, frame: '' };
    return this.diagnostics.add({ ...finding, ...place, text: warning.message });
  }

  private rewriteInline(path: CodePath, file: string, text: string, name: string): void {
    const source = this.group.getInlineScript(path, name);
    const code = transformWxs(source);
    const offset = placeOf(text, source).line - 1;
    this.group.setInlineScript(path, name, this.checked(file, code, Math.max(0, offset)));
    this.addRequired(path, source, file);
  }

  private addScript(path: CodePath, from: string): void {
    if (this.scripts.has(path)) return;
    this.scripts.add(path);
    const file = `${path}.wxs`;
    const source = this.read(file, from, path);
    this.group.addScript(path, source === null ? '' : this.checked(file, transformWxs(source), 0));
    if (source !== null) this.addRequired(path, source, file);
  }

  /** The code, or nothing when it has a syntax error, which would break all templates. */
  private checked(file: string, code: string, lineOffset: number): string {
    const fault = checkWxs(code);
    if (fault === null) return code;
    this.diagnostics.add({ source: 'wxs', file, line: fault.line + lineOffset, text: fault.text });
    return '';
  }

  private addRequired(path: CodePath, source: string, file: string): void {
    for (const reference of wxsRequires(source)) {
      const target = joinPath(folderOf(path), reference);
      if (target === null || !reference.endsWith('.wxs')) {
        const place = placeOf(this.source.read(file), reference);
        const text = `require("${reference}"): WXS requires a .wxs file by its path`;
        this.diagnostics.add({ source: 'wxs', file, ...place, text });
      } else this.addScript(target.slice(0, -'.wxs'.length), file);
    }
  }
}

/** All templates of the given components, with what they import and include. */
export function compileTemplates(
  files: Files,
  diagnostics: Diagnostics,
  paths: Iterable<CodePath>,
): Templates {
  const build = new TemplateBuild(files, diagnostics);
  for (const path of paths) build.addTemplate(path, null);
  return build.finish();
}
