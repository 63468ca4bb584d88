// Touch objects as WeChat hands them out: page and client coordinates, canvas-relative ones on a canvas.

export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  force: number;
  x?: number;
  y?: number;
}

type Source = Pick<Touch, 'identifier' | 'clientX' | 'clientY'>;

export function touchPoint(source: Source, target: Element, view: Window): TouchPoint {
  const { identifier, clientX, clientY } = source;
  const point: TouchPoint = {
    identifier,
    pageX: clientX + view.scrollX,
    pageY: clientY + view.scrollY,
    clientX,
    clientY,
    force: 1,
  };
  const canvas = target.closest('wx-canvas')?.getBoundingClientRect();
  return canvas ? { ...point, x: clientX - canvas.left, y: clientY - canvas.top } : point;
}

export const touchPoints = (list: TouchList, target: Element, view: Window): TouchPoint[] =>
  Array.from(list, (touch) => touchPoint(touch, target, view));
