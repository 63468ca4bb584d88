// Shows a kept rendering where its page will stand: nothing in it answers yet.
import { PageSheets } from '../engine/sheets';
import { openDocument, type DocumentOptions } from '../pages/document';
import type { Rendering } from './store';

/** @param frame of the page, in the document */
export function show(
  frame: HTMLIFrameElement,
  { attributes, html, sheets }: Rendering,
  options: DocumentOptions,
  cssOf: (path: string) => string | undefined,
): void {
  const view = openDocument(frame, options);
  const own = new PageSheets(
    view,
    cssOf,
    () => options.theme,
    () => options.textZoom ?? 1,
  );
  for (const [path, scope] of sheets) own.add(path, scope);
  const { body } = view.document;
  for (const [name, value] of attributes) body.setAttribute(name, value);
  body.innerHTML = html;
}

/** Resolves when what is shown there has been painted. Not by timers or frames: a test may hold those. */
export function painted(frame: HTMLIFrameElement): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    observer.observe(frame);
  });
}
