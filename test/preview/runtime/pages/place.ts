// Where a page stands: its iframe in a slot between the bars. It may be there before the page itself.
import type { PageSlot, Shell } from '../ports/shell';

export interface PagePlace {
  /** Distinct for each opened page. */
  readonly id: number;
  readonly route: string;
  readonly frame: HTMLIFrameElement;
  readonly slot: PageSlot;
}

let ids = 0;

export function mountPlace(shell: Shell, route: string): PagePlace {
  const id = ++ids;
  const frame = document.createElement('iframe');
  frame.name = `page-${id}`;
  frame.title = route;
  return { id, route, frame, slot: shell.mountPage(frame, route) };
}
