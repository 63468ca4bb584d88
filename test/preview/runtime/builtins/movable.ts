// movable-area and movable-view: dragging inside the area.
import { builtin } from './define';

const length = (value: unknown): number => parseFloat(String(value)) || 0;
const between = (value: number, one: number, other: number): number =>
  Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));

export function defineMovable(): void {
  builtin('movable-area', { ignores: 'scaleArea' });
  builtin('movable-view', {
    props: {
      direction: { type: String, value: 'none' },
      x: { type: null, value: 0 },
      y: { type: null, value: 0 },
      disabled: Boolean,
      scale: Boolean,
      scaleMin: { type: Number, value: 0.1 },
      scaleMax: { type: Number, value: 10 },
      scaleValue: { type: Number, value: 1 },
    },
    ignores: 'inertia outOfBounds damping friction animation+',
    setup(host) {
      let at = { x: 0, y: 0 };
      let drag: { x: number; y: number; fromX: number; fromY: number } | null = null;
      const move = (x: number, y: number, source: string): void => {
        const area = host.element.closest('wx-movable-area')?.getBoundingClientRect();
        if (!area) return;
        const next = {
          x: between(x, 0, area.width - host.element.offsetWidth),
          y: between(y, 0, area.height - host.element.offsetHeight),
        };
        const changed = next.x !== at.x || next.y !== at.y;
        at = next;
        const { scale: scales, scaleValue, scaleMin, scaleMax } = host.props;
        const scale = scales ? ` scale(${between(scaleValue, scaleMin, scaleMax)})` : '';
        host.element.style.transform = `translate(${at.x}px, ${at.y}px)${scale}`;
        if (changed) host.emit('change', { ...at, source });
      };
      host.listen('touchstart', ({ touches: [touch] }) => {
        if (touch && !host.props.disabled)
          drag = { x: touch.pageX, y: touch.pageY, fromX: at.x, fromY: at.y };
      });
      host.listen('touchmove', (event) => {
        const touch = event.touches[0];
        const { direction } = host.props;
        if (!touch || !drag || direction === 'none') return;
        event.preventDefault();
        const x = direction === 'vertical' ? drag.fromX : drag.fromX + touch.pageX - drag.x;
        const y = direction === 'horizontal' ? drag.fromY : drag.fromY + touch.pageY - drag.y;
        move(x, y, 'touch');
      });
      for (const end of ['touchend', 'touchcancel']) host.listen(end, () => void (drag = null));
      const place = (): void => move(length(host.props.x), length(host.props.y), '');
      return { attached: place, changed: { x: place, y: place, scaleValue: place } };
    },
  });
}
