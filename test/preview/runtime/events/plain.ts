// From a glass-easel event to the plain object a WeChat handler gets.
import { elementOf } from '../engine/engine';
import type { Caller, DeliveredEvent, TreeElement } from '../engine/types';

export interface PlainTarget {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

export interface PlainEvent {
  type: string;
  /** ms since the program started. */
  timeStamp: number;
  target: PlainTarget;
  currentTarget: PlainTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  mut: boolean;
  _userTap: boolean;
  [field: string]: unknown;
}

export function toPlain(event: DeliveredEvent): PlainEvent {
  return {
    type: event.getEventName(),
    timeStamp: Math.round(performance.now()),
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    mark: event.mark ?? {},
    detail: event.detail,
    ...event.extraFields,
    mut: false,
    _userTap: event.getOriginalEvent() !== undefined,
  };
}

function describe(target: TreeElement | Caller): PlainTarget {
  const element = elementOf(target);
  return {
    id: element.id,
    dataset: element.dataset,
    offsetLeft: element.$$?.offsetLeft ?? 0,
    offsetTop: element.$$?.offsetTop ?? 0,
  };
}
