// Status bar, navigation bar and the capsule at the top of the screen.
import type { NavigationBarState } from '../ports/shell';
import { element } from './dom';

export interface NavigationBarTaps {
  back: () => void;
  home: () => void;
}

function capsule(): HTMLElement {
  const dots = element('i.dots', {}, element('b'), element('b.wide'), element('b'));
  return element(
    'div.capsule',
    { role: 'img', label: '更多与关闭' },
    dots,
    element('i.close', {}, element('u')),
  );
}

/** The time in the status bar, `9:41` where pictures are compared. */
function startClock(shown: HTMLElement, fixed: boolean): void {
  if (fixed) {
    shown.textContent = '9:41';
    return;
  }
  const tick = (): void => {
    const now = new Date();
    shown.textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  };
  tick();
  setInterval(tick, 10_000);
}

export class NavigationBar {
  readonly root: HTMLElement;
  private readonly title = element('span.title', { role: 'heading' });
  private readonly spinner = element('i.spinner.small', { hidden: true });
  private readonly back: HTMLButtonElement;
  private readonly home: HTMLButtonElement;
  private readonly bar: HTMLElement;
  private readonly device = element('span.device-state');

  constructor(taps: NavigationBarTaps, fixedClock: boolean) {
    this.back = element('button.back', { label: '返回', hidden: true, onTap: taps.back });
    this.home = element('button.home', { label: '首页', hidden: true, onTap: taps.home });
    const clock = element('span.clock');
    startClock(clock, fixedClock);
    const signals = element('span.signals', {}, this.device, element('i.network'), element('i.battery'));
    this.bar = element('div.navigation', {}, this.back, this.home, this.spinner, this.title, capsule());
    this.root = element('header.bars', {}, element('div.status', {}, clock, signals), this.bar);
  }

  show(state: NavigationBarState): void {
    const custom = state.style === 'custom';
    this.root.classList.toggle('custom', custom);
    this.root.style.background = custom ? 'transparent' : state.backgroundColor;
    this.root.style.color = state.textStyle === 'white' ? '#fff' : '#000';
    this.root.classList.toggle('light-text', state.textStyle === 'white');
    this.title.textContent = state.title;
    this.back.hidden = custom || state.leading !== 'back';
    this.home.hidden = custom || state.leading !== 'home';
    this.spinner.hidden = custom || !state.loading;
  }

  /** Words beside the signal bars: brightness, awake, offline. */
  showDevice(words: string): void {
    this.device.textContent = words;
  }
}
