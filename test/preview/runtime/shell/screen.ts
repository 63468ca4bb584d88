// The phone on the desk: its size, its scale, and whether there is a frame at all.
import { element } from './dom';
import { layDrawer } from './drawer';

/** Below this width the window is a phone already: the screen fills it, and the panel is a drawer over it. */
const PHONE_WINDOW_PX = 520;
/** Bezel and desk around the screen. */
const MARGIN_PX = 56;

export interface ScreenSize {
  width: number;
  height: number;
}

export class Screen {
  readonly root = element('div.screen');
  readonly panel: HTMLElement | null;
  /** Where the panel is a drawer. */
  readonly showPanel: (open: boolean) => void;
  private readonly device = element('main.device', {}, this.root);
  readonly isFramed: boolean;

  constructor(
    private size: ScreenSize,
    wantsFrame: boolean,
    private readonly onResize: () => void,
  ) {
    this.isFramed = wantsFrame && window.innerWidth > PHONE_WINDOW_PX;
    this.panel = wantsFrame ? element('aside.panel', { label: '预览控制台' }) : null;
    document.body.classList.add(this.isFramed ? 'framed' : 'bare');
    document.body.append(this.device);
    this.showPanel = this.panel ? layDrawer(this.panel) : () => undefined;
    window.addEventListener('resize', () => this.fit());
    this.apply();
  }

  current(): ScreenSize {
    return this.isFramed ? this.size : { width: window.innerWidth, height: window.innerHeight };
  }

  resize(change: Partial<ScreenSize>): void {
    this.size = { ...this.size, ...change };
    this.apply();
    this.onResize();
  }

  private fit(): void {
    this.apply();
    if (!this.isFramed) this.onResize();
  }

  private apply(): void {
    const { width, height } = this.current();
    this.root.style.width = `${width}px`;
    this.root.style.height = `${height}px`;
    if (!this.isFramed) return;
    const scale = Math.min(1, (window.innerHeight - MARGIN_PX) / (height + MARGIN_PX / 2));
    this.device.style.setProperty('--scale', String(scale));
    this.device.style.setProperty('--drawn-width', `${(width + 24) * scale}px`);
    this.device.style.setProperty('--drawn-height', `${(height + 24) * scale}px`);
  }
}
