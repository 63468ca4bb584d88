// slider. Not the browser's range input: on a touch screen that would draw near taps to itself.
import { builtin, type TouchPoint } from './define';
import { empty } from './templates';

/** Smallest and largest block, in px. */
const BLOCK = { least: 12, most: 28 };

/** The value at a share (0 … 1) of the track, on a step. */
export function valueAt(
  share: number,
  { min, max, step }: { min: number; max: number; step: number },
): number {
  const inside = Math.min(1, Math.max(0, share));
  const steps = Math.round((inside * (max - min)) / step);
  // Steps of 0.1 would add up to 0.30000000000000004.
  const value = Number((min + steps * step).toFixed(10));
  return Math.min(max, Math.max(min, value));
}

export function defineSlider(): void {
  builtin('slider', {
    props: {
      min: Number,
      max: { type: Number, value: 100 },
      step: { type: Number, value: 1 },
      value: Number,
      disabled: Boolean,
      showValue: Boolean,
      activeColor: { type: String, value: '#1aad19' },
      backgroundColor: { type: String, value: '#e9e9e9' },
      selectedColor: String,
      color: String,
      blockSize: { type: Number, value: 28 },
      blockColor: { type: String, value: '#ffffff' },
    },
    template: empty,
    setup(host) {
      const track = host.document.createElement('div');
      const block = host.document.createElement('i');
      const shown = host.document.createElement('span');
      track.append(block);
      host.element.append(track, shown);
      host.element.setAttribute('role', 'slider');
      let dragging = false;
      const follow = ({ clientX }: TouchPoint): void => {
        const { left, width } = track.getBoundingClientRect();
        const value = valueAt((clientX - left) / width, host.props);
        if (value === host.props.value) return;
        host.set({ value });
        host.emit('changing', { value });
      };
      host.listen('touchstart', ({ touches: [touch] }) => {
        dragging = touch !== undefined && !host.props.disabled;
        if (dragging && touch) follow(touch);
      });
      host.listen('touchmove', (event) => {
        const [touch] = event.touches;
        if (!dragging || !touch) return;
        event.preventDefault();
        follow(touch);
      });
      for (const end of ['touchend', 'touchcancel'])
        host.listen(end, () => {
          if (dragging) host.emit('change', { value: host.props.value });
          dragging = false;
        });
      return {
        field: { value: () => host.props.value, reset: () => host.set({ value: host.props.min }) },
        render(values) {
          const { min, max, value, activeColor, selectedColor, backgroundColor, color } = values;
          const share = max === min ? 0 : Math.min(1, Math.max(0, (value - min) / (max - min)));
          const { style } = host.element;
          style.setProperty('--share', `${share * 100}%`);
          style.setProperty('--active', selectedColor === '' ? activeColor : selectedColor);
          style.setProperty('--rest', color === '' ? backgroundColor : color);
          style.setProperty('--block', `${Math.min(BLOCK.most, Math.max(BLOCK.least, values.blockSize))}px`);
          style.setProperty('--block-color', values.blockColor);
          host.element.setAttribute('aria-valuemin', String(min));
          host.element.setAttribute('aria-valuemax', String(max));
          host.element.setAttribute('aria-valuenow', String(value));
          host.element.toggleAttribute('disabled', values.disabled);
          shown.textContent = values.showValue ? String(value) : '';
        },
      };
    },
  });
}
