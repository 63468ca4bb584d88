// Fires an event on the tree element that owns a DOM node.
import { dispatch, ownerOf } from '../engine/engine';
import type { EngineEvent } from '../engine/types';

export interface FireOptions {
  original?: Event;
  extra?: Record<string, unknown>;
  bubbles?: boolean;
}

/** @returns the event after all listeners ran, null when the node belongs to no tree */
export function fire(
  node: Node | null,
  type: string,
  detail: unknown,
  options: FireOptions = {},
): EngineEvent | null {
  const target = ownerOf(node);
  if (!target) return null;
  return dispatch(target, type, detail, {
    bubbles: options.bubbles ?? true,
    composed: true,
    capturePhase: true,
    ...(options.original ? { originalEvent: options.original } : {}),
    ...(options.extra ? { extraFields: options.extra } : {}),
  }).event;
}
