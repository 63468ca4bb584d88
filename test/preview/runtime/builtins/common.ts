// Properties that every built-in has (hover, hidden, animation, aria-*) and how they reach the DOM.
import { asText } from '../engine/text';
import { StyleSegment, type TreeComponent } from '../engine/types';
import type { PropertyTable } from './properties';

const anything = { type: null, value: null } as const;
const ariaNames = [
  'Label',
  'Hidden',
  'Disabled',
  'Checked',
  'Selected',
  'Expanded',
  'Live',
  'Labelledby',
  'Describedby',
  'Controls',
  'Current',
  'Roledescription',
  'Valuemin',
  'Valuemax',
  'Valuenow',
  'Valuetext',
  'Busy',
  'Modal',
  'Pressed',
  'Haspopup',
  'Level',
  'Atomic',
] as const;

type AriaProperty = `aria${(typeof ariaNames)[number]}`;
const ariaProperties = Object.fromEntries(ariaNames.map((name) => [`aria${name}`, anything])) as Record<
  AriaProperty,
  typeof anything
>;

export const commonProperties = {
  hoverClass: { type: String, value: 'none' },
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
  hoverStopPropagation: Boolean,
  hidden: Boolean,
  animation: anything,
  name: String,
  ariaRole: String,
  tabindex: anything,
  ...ariaProperties,
} satisfies PropertyTable;

const aria = new Map<string, string>([
  ['ariaRole', 'role'],
  ['tabindex', 'tabindex'],
  ...ariaNames.map((name) => [`aria${name}`, `aria-${name.toLowerCase()}`] as const),
]);

/** Writes a common property to the element; does nothing for any other. */
export function reflectCommon(component: TreeComponent, property: string, value: unknown): void {
  const element = component.$$;
  if (!element) return;
  const attribute = aria.get(property);
  if (attribute !== undefined) {
    if (value === null || value === undefined || value === '') element.removeAttribute(attribute);
    else element.setAttribute(attribute, asText(value));
  } else if (property === 'hidden') {
    element.toggleAttribute('hidden', value === true);
  } else if (property === 'animation' && isExported(value)) {
    play(component, element, value.actions);
  }
}

/** The result of `wx.createAnimation().export()`. */
export interface AnimationStep {
  transform: string;
  style: Record<string, string | number>;
  option: { duration: number; timingFunction: string; delay: number; transformOrigin: string };
}

const isExported = (value: unknown): value is { actions: readonly AnimationStep[] } =>
  typeof value === 'object' && value !== null && 'actions' in value && Array.isArray(value.actions);

function play(
  component: TreeComponent,
  element: HTMLElement,
  [step, ...rest]: readonly AnimationStep[],
): void {
  if (!step || !component.$$) return;
  const { duration, timingFunction, delay, transformOrigin } = step.option;
  const style = [
    `transition:all ${duration}ms ${timingFunction} ${delay}ms`,
    `transform-origin:${transformOrigin}`,
  ];
  if (step.transform) style.push(`transform:${step.transform}`);
  for (const [name, value] of Object.entries(step.style)) style.push(`${kebab(name)}:${value}`);
  void element.offsetWidth; // the transition starts from what is shown now
  component.setNodeStyle(style.join(';'), StyleSegment.animation);
  setTimeout(() => play(component, element, rest), duration + delay);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
