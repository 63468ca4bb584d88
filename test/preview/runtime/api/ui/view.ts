// Queries, observers, animation, scrolling, refresh, fonts, keyboard.
import type { HostPorts } from '../../ports/host';
import { isRecord, optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import { callSafely } from '../signal';
import type { Sources } from '../sources';
import type { ApiTable, Result } from '../table';
import { createAnimation } from './animation';

const SCROLL_MS = 300;

async function loadFont(ports: HostPorts, sources: Sources, options: Options): Promise<Result> {
  const { family, source } = required(options, { family: 'String', source: 'String' });
  const given = /^url\(["']?(.*?)["']?\)$/.exec(source)?.[1] ?? source;
  const { desc = {} } = optional(options, { desc: 'Object' });
  const descriptors = Object.fromEntries(Object.entries(desc).map(([name, value]) => [name, String(value)]));
  for (const page of ports.pages.stack()) {
    const face = new page.window.FontFace(family, `url("${sources.url(given)}")`, descriptors);
    await face.load().catch((refused: Error) => {
      throw new ApiFailure(refused.message, { status: 'error' });
    });
    page.window.document.fonts.add(face);
  }
  return { status: 'loaded' };
}

export function addView(table: ApiTable, ports: HostPorts, sources: Sources): void {
  const { pages, query } = ports;
  table.sync('createSelectorQuery', () => query.createSelectorQuery());
  table.sync('createIntersectionObserver', (component: unknown, options?: unknown) =>
    query.createIntersectionObserver(component, isRecord(options) ? { ...options } : undefined),
  );
  table.sync('createMediaQueryObserver', (component?: unknown) => query.createMediaQueryObserver(component));
  table.sync('createAnimation', createAnimation);
  table.sync('nextTick', (run: () => void) => void Promise.resolve().then(() => callSafely(run)));
  table.async('startPullDownRefresh', () => pages.startPullDownRefresh());
  table.async('stopPullDownRefresh', () => pages.stopPullDownRefresh());
  table.async('pageScrollTo', (options) => {
    const { duration = SCROLL_MS, ...target } = optional(options, {
      scrollTop: 'Number',
      selector: 'String',
      offsetTop: 'Number',
      duration: 'Number',
    });
    pages.scrollTo({ ...target, durationMs: duration });
  });
  table.async('loadFontFace', (options) => loadFont(ports, sources, options));
  const focused = (): HTMLInputElement => {
    const field = pages.top()?.window.document.activeElement;
    if (!field || field.localName === 'body') throw new ApiFailure('input not exists');
    return field as HTMLInputElement;
  };
  table.async('hideKeyboard', () => focused().blur());
  table.async('getSelectedTextRange', () => {
    const { selectionStart, selectionEnd } = focused();
    return { start: selectionStart ?? 0, end: selectionEnd ?? 0 };
  });
}
