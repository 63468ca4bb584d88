// DOM events of one page document → WeChat events on its tree. Touches come from touch or mouse, `tap` comes from `click`.
import { wasHandled } from './hooks';
import { fire } from './fire';
import { Gestures } from './gesture';
import { createHover } from './hover';
import { touchPoint, touchPoints, type TouchPoint } from './touch-point';

/** Pull-down refresh listens here: it sees moves that nobody prevented. */
export interface TouchWatcher {
  start(point: TouchPoint): void;
  /** @returns true when the browser must not scroll */
  move(point: TouchPoint): boolean;
  end(): void;
}

interface Contact {
  target: Element;
  touches: TouchPoint[];
  changed: TouchPoint[];
  original: Event;
}

/** Mouse events that browsers make up after a touch are ignored this long. */
const GHOST_MOUSE_MS = 1000;
const FORWARDED = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

export function bridgeEvents(view: Window & typeof globalThis, watcher: TouchWatcher): void {
  const page = view.document;
  const hover = createHover(view);
  const gestures = new Gestures({
    now: () => Date.now(),
    setTimeout: (callback, ms) => Number(view.setTimeout(callback, ms)),
    clearTimeout: (id) => view.clearTimeout(id),
  });
  const at = ({ pageX: x, pageY: y }: TouchPoint) => ({ x, y });

  const start = ({ target, touches, changed, original }: Contact): void => {
    const [first] = changed;
    if (first) watcher.start(first);
    fire(target, 'touchstart', first ? at(first) : {}, {
      original,
      extra: { touches, changedTouches: changed },
    });
    hover.start(target);
    for (const point of changed) {
      gestures.down(point, () => {
        const extra = { touches: [point], changedTouches: [point] };
        const event = fire(target, 'longpress', at(point), { original, extra });
        fire(target, 'longtap', at(point), { original, extra });
        return event !== null && wasHandled(event);
      });
    }
  };
  const move = ({ target, touches, changed, original }: Contact): void => {
    for (const point of changed) if (gestures.move(point)) hover.end(true);
    const event = fire(target, 'touchmove', {}, { original, extra: { touches, changedTouches: changed } });
    const [first] = changed;
    const hold = event?.defaultPrevented() === true || (first !== undefined && watcher.move(first));
    if (hold && original.cancelable) original.preventDefault();
  };
  const end = ({ target, touches, changed, original }: Contact, type: 'touchend' | 'touchcancel'): void => {
    fire(target, type, {}, { original, extra: { touches, changedTouches: changed } });
    for (const point of changed) gestures.up(point, type === 'touchcancel');
    hover.end(type === 'touchcancel');
    watcher.end();
  };

  const on = <K extends keyof DocumentEventMap>(
    type: K,
    listener: (event: DocumentEventMap[K], target: Element) => void,
  ): void =>
    page.addEventListener(
      type,
      (event) => {
        if (event.target instanceof view.Element) listener(event, event.target);
      },
      { capture: true, passive: false },
    );

  let lastTouch = -Infinity;
  const contact = (event: TouchEvent, target: Element): Contact => {
    lastTouch = Date.now();
    return {
      target,
      touches: touchPoints(event.touches, target, view),
      changed: touchPoints(event.changedTouches, target, view),
      original: event,
    };
  };
  on('touchstart', (event, target) => start(contact(event, target)));
  on('touchmove', (event, target) => move(contact(event, target)));
  on('touchend', (event, target) => end(contact(event, target), 'touchend'));
  on('touchcancel', (event, target) => end(contact(event, target), 'touchcancel'));

  let pressed: Element | null = null;
  const fromMouse = (event: MouseEvent, target: Element, down: boolean): Contact => {
    const point = touchPoint({ identifier: 0, clientX: event.clientX, clientY: event.clientY }, target, view);
    return { target, touches: down ? [point] : [], changed: [point], original: event };
  };
  on('mousedown', (event, target) => {
    if (event.button !== 0 || Date.now() - lastTouch < GHOST_MOUSE_MS) return;
    pressed = target;
    start(fromMouse(event, target, true));
  });
  on('mousemove', (event) => {
    if (pressed) move(fromMouse(event, pressed, true));
  });
  on('mouseup', (event) => {
    if (!pressed) return;
    const target = pressed;
    pressed = null;
    end(fromMouse(event, target, false), 'touchend');
  });

  // Firing `tap` on touchend would let the browser's click land on whatever the handler has just opened.
  on('click', (event, target) => {
    if (!gestures.click()) return;
    const point = touchPoint({ identifier: 0, clientX: event.clientX, clientY: event.clientY }, target, view);
    fire(target, 'tap', at(point), { original: event, extra: { touches: [], changedTouches: [point] } });
  });
  on('dragstart', (event) => event.preventDefault());
  for (const type of FORWARDED) on(type, (event, target) => forward(type, event, target));
}

function forward(type: string, event: TransitionEvent | AnimationEvent, target: Element): void {
  const { elapsedTime } = event;
  const name =
    'propertyName' in event ? { propertyName: event.propertyName } : { animationName: event.animationName };
  fire(target, type, { elapsedTime, ...name }, { original: event });
}
