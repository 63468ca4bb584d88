// The simulated device got another size: layout, sheets, `resize` lifetimes, onResize, WindowResize.
import type { Decor } from './decor';
import type { AppEvents, EventPort } from '../ports/events';
import type { PageStack } from '../pages/page-stack';
import type { DevicePort } from '../ports/host';

export interface ResizeDeps {
  stack: PageStack;
  decor: Decor;
  device: DevicePort;
  events: EventPort<AppEvents>;
}

/** @returns what the shell calls after each change of size */
export function watchResize({ stack, decor, device, events }: ResizeDeps): () => void {
  const seen = new WeakMap<object, string>();
  return () => {
    for (const page of stack.all()) {
      decor.layout(page);
      page.backend?.sheets.refresh();
    }
    decor.refresh();
    const top = stack.top();
    if (!top) return;
    const { windowWidth, windowHeight, screenWidth, screenHeight } = device.windowInfo();
    const key = `${windowWidth}x${windowHeight}`;
    if (seen.get(top) === key) return;
    seen.set(top, key);
    const size = { windowWidth, windowHeight, screenWidth, screenHeight };
    top.pageLifetime('resize', { size });
    top.call('onResize', { size });
    events.notify('WindowResize', { size });
  };
}
