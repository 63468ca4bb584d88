// slider, on the browser's range input.
import { builtin } from './define';
import { empty } from './templates';

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
      const range = host.document.createElement('input');
      const shown = host.document.createElement('span');
      range.type = 'range';
      host.element.append(range, shown);
      range.addEventListener('input', () => {
        host.set({ value: Number(range.value) });
        host.emit('changing', { value: Number(range.value) });
      });
      range.addEventListener('change', () => host.emit('change', { value: Number(range.value) }));
      return {
        field: { value: () => host.props.value, reset: () => host.set({ value: host.props.min }) },
        render({
          min,
          max,
          step,
          value,
          disabled,
          showValue,
          activeColor,
          backgroundColor,
          blockSize,
          blockColor,
        }) {
          // The limits first: the browser clamps the value to them.
          Object.assign(range, { min: String(min), max: String(max), step: String(step), disabled });
          range.value = String(value);
          const share = max === min ? 0 : (value - min) / (max - min);
          range.style.setProperty('--share', `${share * 100}%`);
          range.style.setProperty('--active', activeColor);
          range.style.setProperty('--rest', backgroundColor);
          range.style.setProperty('--block', `${Math.min(28, Math.max(12, blockSize))}px`);
          range.style.setProperty('--block-color', blockColor);
          shown.textContent = showValue ? String(value) : '';
        },
      };
    },
  });
}
