// Where a swiper stands and how it gets there. `offset` counts in items and may run past the ends of a circle.
import { asText } from '../engine/text';
import type { BuiltinHost, TouchPoint } from './define';
import { builtinAt } from './handle';
import type { Values } from './properties';
import type { swiperProperties } from './swiper-properties';

type Host = BuiltinHost<Values<typeof swiperProperties>>;

interface Drag {
  startX: number;
  startY: number;
  fromOffset: number;
  startedAt: number;
  axis: 'x' | 'y' | null;
}

/** A shorter drag does not decide yet whether it is sideways or up and down. */
const AXIS_PX = 5;
/** A quick flick turns the page with a tenth of its width. */
const FLICK_MS = 300;
const FLICK_SHARE = 0.1;
const EASINGS: Readonly<Record<string, string>> = {
  linear: 'linear',
  easeInCubic: 'cubic-bezier(.32, 0, .67, 0)',
  easeOutCubic: 'cubic-bezier(.33, 1, .68, 1)',
  easeInOutCubic: 'cubic-bezier(.65, 0, .35, 1)',
};
/** Resistance beyond the first and last item. */
const RESISTANCE = 0.3;

const part = (host: Host, name: string): HTMLElement => {
  const found = host.element.querySelector<HTMLElement>(`.${name}`);
  if (!found) throw new Error(`swiper has no .${name}`);
  return found;
};

export class SwiperMotion {
  readonly track: HTMLElement;
  private readonly view: HTMLElement;
  private readonly dots: HTMLElement;
  private offset = 0;
  private index = 0;
  private drag: Drag | null = null;

  constructor(private readonly host: Host) {
    this.track = part(host, 'wx-swiper-track');
    this.view = part(host, 'wx-swiper-view');
    this.dots = part(host, 'wx-swiper-dots');
    host.listen('touchstart', ({ touches: [touch] }) => touch && this.start(touch));
    host.listen('touchmove', (event) => {
      if (event.touches[0] && this.move(event.touches[0])) event.preventDefault();
    });
    host.listen('touchend', () => this.end());
    host.listen('touchcancel', () => this.end());
  }

  /** Items came or went: a `current` that had no item yet may have one now. */
  itemsChanged(): void {
    this.goTo(this.host.props.current);
    this.layout();
  }

  goTo(index: number): void {
    const count = this.items().length;
    if (index >= count || index === this.index) return;
    const target = this.circular() ? index + Math.round((this.offset - index) / count) * count : index;
    this.settle(target, '', this.host.element.isConnected);
  }

  /** @param id `item-id` of an item; one that no item has changes nothing */
  goToItem(id: string): void {
    const at = this.items().findIndex((item) => builtinAt(item)?.component.data['itemId'] === id);
    if (id !== '' && at >= 0) this.goTo(at);
  }

  next(): void {
    const count = this.items().length;
    if (this.drag || count === 0) return;
    const last = !this.circular() && this.index >= this.lastIndex();
    this.settle(last ? 0 : Math.round(this.offset) + 1, 'autoplay', true);
  }

  layout(): void {
    const { vertical, previousMargin, nextMargin } = this.host.props;
    this.host.element.toggleAttribute('vertical', vertical);
    const [before, after] = vertical ? ['top', 'bottom'] : ['left', 'right'];
    this.view.setAttribute('style', `${before}:${previousMargin};${after}:${nextMargin}`);
    this.place();
    this.slide(false);
    this.drawDots();
  }

  private items(): HTMLElement[] {
    return [...this.track.children].filter(
      (child): child is HTMLElement => child.localName === 'wx-swiper-item',
    );
  }

  private circular(): boolean {
    return this.host.props.circular && this.items().length > this.shown();
  }

  private shown(): number {
    return Math.max(1, this.host.props.displayMultipleItems);
  }

  private lastIndex(): number {
    return Math.max(0, this.items().length - this.shown());
  }

  private place(): void {
    const items = this.items();
    const { vertical } = this.host.props;
    const share = `${100 / this.shown()}%`;
    items.forEach((item, index) => {
      const turns = this.circular() ? Math.round((this.offset - index) / items.length) : 0;
      const at = `${(index + turns * items.length) * 100}%`;
      item.style.transform = vertical ? `translate(0, ${at})` : `translate(${at}, 0)`;
      item.style.width = vertical ? '100%' : share;
      item.style.height = vertical ? share : '100%';
    });
  }

  private slide(animated: boolean): void {
    const { vertical, duration, easingFunction } = this.host.props;
    this.track.style.transition = animated
      ? `transform ${duration}ms ${EASINGS[easingFunction] ?? 'ease'}`
      : '';
    const at = `${(-this.offset * 100) / this.shown()}%`;
    this.track.style.transform = vertical ? `translate(0, ${at})` : `translate(${at}, 0)`;
  }

  private drawDots(): void {
    const { indicatorDots, indicatorColor, indicatorActiveColor } = this.host.props;
    const dots = indicatorDots ? this.items() : [];
    this.dots.replaceChildren(
      ...dots.map((_item, index) => {
        const dot = this.host.document.createElement('i');
        dot.style.background = index === this.index ? indicatorActiveColor : indicatorColor;
        return dot;
      }),
    );
  }

  private settle(target: number, source: '' | 'touch' | 'autoplay', animated: boolean): void {
    const items = this.items();
    if (items.length === 0) return;
    const to = this.circular() ? target : Math.min(Math.max(target, 0), this.lastIndex());
    const index = ((to % items.length) + items.length) % items.length;
    const changed = index !== this.index;
    this.offset = to;
    this.index = index;
    this.place();
    this.slide(animated);
    this.drawDots();
    const item = builtinAt(items[index] ?? null);
    const detail = { current: index, currentItemId: asText(item?.component.data['itemId']), source };
    if (changed && source === '') {
      // The program is in the middle of its own update.
      setTimeout(() => this.host.emit('change', detail), 0);
    } else if (changed) {
      this.host.set({ current: index });
      this.host.emit('change', detail);
    }
    setTimeout(() => this.host.emit('animationfinish', detail), animated ? this.host.props.duration : 0);
  }

  private start(touch: TouchPoint): void {
    this.drag = {
      startX: touch.clientX,
      startY: touch.clientY,
      fromOffset: this.offset,
      startedAt: Date.now(),
      axis: null,
    };
  }

  /** @returns whether the touch belongs to the swiper, so that the page must not scroll */
  private move(touch: TouchPoint): boolean {
    const { drag } = this;
    if (!drag) return false;
    const dx = touch.clientX - drag.startX;
    const dy = touch.clientY - drag.startY;
    if (!drag.axis && Math.max(Math.abs(dx), Math.abs(dy)) > AXIS_PX)
      drag.axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y';
    const { vertical } = this.host.props;
    if (drag.axis !== (vertical ? 'y' : 'x')) return false;
    const length = (vertical ? this.view.clientHeight : this.view.clientWidth) / this.shown();
    this.offset = this.resisted(drag.fromOffset - (vertical ? dy : dx) / length);
    this.place();
    this.slide(false);
    this.host.emit('transition', { dx: vertical ? 0 : -dx, dy: vertical ? -dy : 0 });
    return true;
  }

  private resisted(offset: number): number {
    if (this.circular()) return offset;
    const last = this.lastIndex();
    if (offset < 0) return offset * RESISTANCE;
    return offset > last ? last + (offset - last) * RESISTANCE : offset;
  }

  private end(): void {
    const { drag } = this;
    this.drag = null;
    if (!drag || this.offset === drag.fromOffset) return;
    const way = this.offset - drag.fromOffset;
    const flick = Date.now() - drag.startedAt < FLICK_MS && Math.abs(way) > FLICK_SHARE;
    const turned = flick || Math.abs(way) > 0.5;
    const target = way > 0 ? Math.ceil(this.offset) : Math.floor(this.offset);
    this.settle(turned ? target : Math.round(drag.fromOffset), 'touch', true);
  }
}
