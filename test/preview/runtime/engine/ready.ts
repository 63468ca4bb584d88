// glass-easel leaves the `ready` lifetime to its host: it runs after layout, children before their parents.
import { codeSpace, componentSpace, elementApi } from './engine';
import type { TreeComponent } from './types';

let queue: TreeComponent[] = [];

/** Must run before the first component is registered. */
export function installReady(): void {
  const behavior = componentSpace.defineBehavior({
    lifetimes: {
      attached(this: { _$?: TreeComponent }) {
        if (this._$) enqueue(this._$);
      },
    },
  });
  codeSpace.setOverallBehavior(behavior);
}

function enqueue(component: TreeComponent): void {
  if (queue.length === 0) setTimeout(flush, 0);
  queue.push(component);
}

// `attached` comes parents first, so the reverse is children first.
function flush(): void {
  const waiting = queue.reverse();
  queue = [];
  for (const component of waiting)
    if (elementApi.isAttached(component)) component.triggerLifetime('ready', []);
}

export const readyQueued = (): boolean => queue.length > 0;
