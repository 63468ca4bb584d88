// Shows what does not compile, above everything else, until it is repaired or put aside.
import type { Diagnostic } from '../protocol';

const STYLE = `
  :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 13px/1.5 ui-monospace, monospace; }
  section { max-height: 45vh; overflow: auto; background: #2b1719; color: #ffd7d5; padding: 12px 16px; border-top: 3px solid #ff5b52; }
  button { float: right; font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; }
  h2 { font: inherit; font-weight: 600; margin: 0; color: #fff; } p { margin: 0; white-space: pre-wrap; }
  pre { margin: 4px 0 12px; color: #c9b5b4; white-space: pre; overflow-x: auto; }
`;

let shown: HTMLElement | null = null;

function card({ file, line, column, text, frame }: Diagnostic): HTMLElement[] {
  const title = document.createElement('h2');
  title.textContent = `${file}${line > 0 ? `:${line}:${column}` : ''}`;
  const words = document.createElement('p');
  words.textContent = text;
  const source = document.createElement('pre');
  source.textContent = frame;
  return [title, words, source];
}

/** Shows the errors among these, or hides the panel when there is none. */
export function showDiagnostics(diagnostics: readonly Diagnostic[]): void {
  shown?.remove();
  shown = null;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const panel = document.createElement('preview-errors');
  const root = panel.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const section = document.createElement('section');
  const close = document.createElement('button');
  close.textContent = '收起';
  close.onclick = () => panel.remove();
  section.append(close, ...errors.flatMap(card));
  root.append(style, section);
  document.body.append(panel);
  shown = panel;
}
