// `hover-class`: put on a little after the finger came down, taken off a little after it left.
import { builtinAt } from '../builtins/handle';
import { StyleSegment, type TreeComponent } from '../engine/types';

interface Hover {
  component: TreeComponent;
  classes: string[];
  stayMs: number;
  on: boolean;
  timer: number;
}

export interface HoverTracker {
  start(target: Element): void;
  /** @param cancelled the finger moved away: the class goes at once, or never comes */
  end(cancelled: boolean): void;
}

export function createHover(view: Window): HoverTracker {
  let hovers: Hover[] = [];
  const show = (hover: Hover, on: boolean): void => {
    hover.on = on;
    for (const name of hover.classes) hover.component.toggleNodeClass(name, on, StyleSegment.temporary);
  };
  return {
    start(target) {
      for (let at: Element | null = target; at; at = at.parentElement) {
        const component = builtinAt(at)?.component;
        const classes = component ? classesOf(component.data['hoverClass']) : [];
        if (!component || classes.length === 0) continue;
        const hover: Hover = {
          component,
          classes,
          stayMs: Number(component.data['hoverStayTime']),
          on: false,
          timer: 0,
        };
        hover.timer = view.setTimeout(() => show(hover, true), Number(component.data['hoverStartTime']));
        hovers.push(hover);
        if (component.data['hoverStopPropagation'] === true) break;
      }
    },
    end(cancelled) {
      const ending = hovers;
      hovers = [];
      for (const hover of ending) {
        view.clearTimeout(hover.timer);
        if (!hover.on && cancelled) continue;
        if (!hover.on) show(hover, true); // a tap shorter than the start time still flashes
        view.setTimeout(() => show(hover, false), cancelled ? 0 : hover.stayMs);
      }
    },
  };
}

const classesOf = (value: unknown): string[] =>
  typeof value === 'string' && value !== 'none' ? value.split(/\s+/).filter(Boolean) : [];
