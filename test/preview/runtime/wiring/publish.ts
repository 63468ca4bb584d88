// Makes the running preview reachable for tests: `__host`, and the runtime's part of `__preview`.
import type { PreviewGlobal } from '../../protocol';
import type { HostInspect } from './inspect';

export function publish(inspect: HostInspect, preview: Partial<PreviewGlobal>): void {
  globalThis.__host = inspect;
  Object.assign(preview, {
    pages: () => inspect.pages().map(({ id, route, query, ready }) => ({ id, route, query, ready })),
    data: (selector?: string) => inspect.data(selector),
    elements: (selector: string) => inspect.elements(selector),
    idle: () => inspect.idle(),
    background: () => inspect.background(),
    foreground: (options) => inspect.foreground(options),
    storage: () => inspect.storage(),
    setTheme: (theme) => inspect.setTheme(theme),
  } satisfies Partial<PreviewGlobal>);
  document.addEventListener('visibilitychange', () =>
    document.hidden ? inspect.background() : inspect.foreground(),
  );
}
