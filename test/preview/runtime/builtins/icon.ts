// icon: WeChat's small set, drawn as shapes of our own.
import { builtin } from './define';
import { empty } from './templates';

const SHAPES: Readonly<Record<string, { path: string; color: string; filled: boolean }>> = {
  success: { path: 'M6.5 12.5l4 4 7-8', color: '#09bb07', filled: true },
  success_no_circle: { path: 'M4 12.5l5.5 5.5L20 6.5', color: '#09bb07', filled: false },
  success_circle: { path: 'M6.5 12.5l4 4 7-8', color: '#09bb07', filled: false },
  info: { path: 'M12 11v6.5M12 6.6v1.4', color: '#10aeff', filled: true },
  info_circle: { path: 'M12 11v6.5M12 6.6v1.4', color: '#10aeff', filled: false },
  warn: { path: 'M12 6v7.5M12 16.2v1.4', color: '#f76260', filled: true },
  waiting: { path: 'M12 6v6.5l4.5 2.5', color: '#10aeff', filled: true },
  waiting_circle: { path: 'M12 6v6.5l4.5 2.5', color: '#10aeff', filled: false },
  cancel: { path: 'M8 8l8 8M16 8l-8 8', color: '#f43530', filled: true },
  download: { path: 'M12 6v9M8 12l4 4 4-4M7 18.5h10', color: '#09bb07', filled: true },
  search: {
    path: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.4 15.4L21 21',
    color: '#b2b2b2',
    filled: false,
  },
  clear: { path: 'M8 8l8 8M16 8l-8 8', color: '#b2b2b2', filled: true },
  circle: { path: '', color: '#c9c9c9', filled: false },
};

/**
 * @param color of CSS; the icon's own when it is none
 * @returns an `svg` element as text, empty for an unknown type
 */
export function draw(type: string, color: string): string {
  const shape = SHAPES[type];
  if (!shape) return '';
  const ink = /^[#\w(),.%\s-]+$/.test(color) ? color : shape.color;
  const ring = type.endsWith('circle') && type !== 'success_no_circle';
  const disc = shape.filled ? `<circle cx="12" cy="12" r="11" fill="${ink}"/>` : '';
  const outline = ring ? `<circle cx="12" cy="12" r="10.5" fill="none" stroke="${ink}"/>` : '';
  const stroke = shape.filled ? '#fff' : ink;
  return `<svg viewBox="0 0 24 24">${disc}${outline}<path d="${shape.path}" fill="none" stroke="${stroke}" stroke-width="1.8"/></svg>`;
}

export function defineIcon(): void {
  builtin('icon', {
    props: { type: String, size: { type: null, value: 23 }, color: String },
    template: empty,
    setup: (host) => ({
      render({ type, size, color }) {
        const length = `${parseFloat(String(size)) || 23}px`;
        host.element.style.width = length;
        host.element.style.height = length;
        host.element.innerHTML = draw(type, color);
      },
    }),
  });
}
