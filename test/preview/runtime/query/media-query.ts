// wx.createMediaQueryObserver: matches are those of the page's own window.
import { kebab } from '../engine/text';

type Lengths = Partial<
  Record<'minWidth' | 'maxWidth' | 'width' | 'minHeight' | 'maxHeight' | 'height', number>
>;
export type MediaDescriptor = Lengths & { orientation?: 'portrait' | 'landscape' };

/** `{ minWidth: 300, orientation: 'portrait' }` → a CSS media condition. */
export function mediaText({ orientation, ...lengths }: MediaDescriptor): string {
  const terms = Object.entries(lengths).map(([name, px]) => `(${kebab(name)}: ${px}px)`);
  if (orientation) terms.push(`(orientation: ${orientation})`);
  return terms.join(' and ');
}

export class MediaQueryObserver {
  private stop: (() => void) | null = null;

  constructor(private readonly view: () => Window | null) {}

  /** Reports at once and at every change. */
  observe(descriptor: MediaDescriptor, listener: (result: { matches: boolean }) => void): void {
    this.disconnect();
    const list = this.view()?.matchMedia(mediaText(descriptor));
    if (!list) return;
    const tell = (): void => listener({ matches: list.matches });
    list.addEventListener('change', tell);
    this.stop = () => list.removeEventListener('change', tell);
    tell();
  }

  disconnect(): void {
    this.stop?.();
    this.stop = null;
  }
}
