// Renders a page from data alone, out of sight, and reads what came of it.
import { PageBackend, type BackendPorts } from '../engine/backend';
import { quietly } from '../engine/activity';
import { createRoot } from '../engine/engine';
import { openDocument, type DocumentOptions } from '../pages/document';
import type { Rendering } from './store';
import type { Twin } from './twin';

/** Built-ins that are shown from data alone; others need their logic. */
const SHOWN = ['view', 'text', 'button', 'image', 'scroll-view', 'rich-text'].map((name) => `wx-${name}`);

/** @param size of the page's window, in CSS px */
export function render(
  twin: Twin,
  route: string,
  size: { width: number; height: number },
  options: DocumentOptions,
  ports: BackendPorts,
): Rendering {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position:fixed;left:-9999px;visibility:hidden;width:${size.width}px;height:${size.height}px`;
  document.body.append(frame);
  try {
    const view = openDocument(frame, { ...options, fontCssUrl: '' });
    const backend = new PageBackend(view, ports);
    return quietly(() => {
      const root = createRoot(backend, 'body', `/${route}`, twin.space);
      root.attach(view.document.documentElement, view.document.body);
      const rendering = read(view.document.body, backend);
      root.release();
      return rendering;
    });
  } finally {
    frame.remove();
  }
}

function read(body: HTMLElement, { sheets }: PageBackend): Rendering {
  for (const element of body.querySelectorAll('*')) {
    // A component of the program says what it is.
    const isBuiltin = element.localName.startsWith('wx-') && !element.hasAttribute('is');
    if (isBuiltin && !SHOWN.includes(element.localName)) element.remove();
  }
  return {
    attributes: [...body.attributes].map(({ name, value }) => [name, value]),
    html: body.innerHTML,
    sheets: sheets.list(),
  };
}
