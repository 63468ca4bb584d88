// progress.
import { builtin } from './define';
import { empty } from './templates';

const pixels = (value: unknown): string => `${parseFloat(String(value)) || 0}px`;

export function defineProgress(): void {
  builtin('progress', {
    props: {
      percent: Number,
      showInfo: Boolean,
      borderRadius: null,
      fontSize: { type: null, value: 16 },
      strokeWidth: { type: null, value: 6 },
      color: { type: String, value: '#09BB07' },
      activeColor: String,
      backgroundColor: { type: String, value: '#EBEBEB' },
      active: Boolean,
      duration: { type: Number, value: 30 },
    },
    ignores: 'activeMode',
    template: empty,
    setup(host) {
      const track = host.document.createElement('div');
      const bar = host.document.createElement('div');
      const words = host.document.createElement('p');
      track.append(bar);
      host.element.append(track, words);
      bar.addEventListener('transitionend', () => host.emit('activeend', { curPercent: host.props.percent }));
      return {
        render(values) {
          const percent = Math.min(100, Math.max(0, values.percent));
          track.style.cssText = `height:${pixels(values.strokeWidth)};background:${values.backgroundColor};border-radius:${pixels(values.borderRadius)}`;
          bar.style.background = values.activeColor === '' ? values.color : values.activeColor;
          bar.style.transition = values.active ? `width ${values.duration * percent}ms linear` : '';
          bar.style.width = `${percent}%`;
          words.textContent = values.showInfo ? `${percent}%` : '';
          words.style.fontSize = pixels(values.fontSize);
        },
      };
    },
  });
}
