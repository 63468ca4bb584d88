// The pull-to-refresh of a scroll-view.
import type { ScrollHost } from './scroll-properties';

export class Refresher {
  private head: HTMLElement | null = null;
  private startY: number | null = null;
  private pulled = 0;
  private triggered = false;

  constructor(private readonly host: ScrollHost) {
    host.listen('touchstart', ({ touches }) => {
      const touch = touches[0];
      const ready = host.props.refresherEnabled && host.element.scrollTop <= 0 && !this.triggered;
      this.startY = touch && ready ? touch.clientY : null;
      this.pulled = 0;
    });
    host.listen('touchmove', (event) => {
      const touch = event.touches[0];
      if (this.startY === null || !touch || host.element.scrollTop > 0) return;
      // Half the way of the finger, as on a phone.
      const distance = (touch.clientY - this.startY) / 2;
      if (distance <= 0) return;
      event.preventDefault();
      this.pulled = distance;
      this.move(distance, false);
      host.emit('refresherpulling', { dy: distance, deltaY: distance });
    });
    host.listen('touchend', () => this.released());
    host.listen('touchcancel', () => this.released());
  }

  /** The program sets refresher-triggered. */
  trigger(on: boolean): void {
    if (!this.host.props.refresherEnabled || on === this.triggered) return;
    this.triggered = on;
    this.move(on ? this.host.props.refresherThreshold : 0, true);
    const detail = { dy: this.pulled, deltaY: this.pulled };
    // Not in the middle of the program's own update.
    setTimeout(() => this.host.emit(on ? 'refresherrefresh' : 'refresherrestore', detail), 0);
  }

  paint(): void {
    const { refresherEnabled, refresherBackground, refresherDefaultStyle } = this.host.props;
    if (!refresherEnabled) return;
    const head = this.need();
    head.style.background = refresherBackground;
    head.dataset['look'] = refresherDefaultStyle;
  }

  private released(): void {
    if (this.startY === null) return;
    this.startY = null;
    if (this.pulled >= this.host.props.refresherThreshold) this.host.set({ refresherTriggered: true });
    else if (this.pulled > 0) {
      this.move(0, true);
      this.host.emit('refresherabort', { dy: this.pulled, deltaY: this.pulled });
    }
  }

  private move(distance: number, animated: boolean): void {
    const content = this.host.element.querySelector<HTMLElement>(':scope > .wx-scroll-content');
    if (!content) return;
    content.style.transition = animated ? 'transform .2s' : '';
    content.style.transform = distance > 0 ? `translateY(${distance}px)` : '';
    this.need().style.height = `${distance}px`;
  }

  private need(): HTMLElement {
    if (this.head) return this.head;
    const head = this.host.document.createElement('div');
    head.className = 'wx-refresher';
    for (let dot = 0; dot < 3; dot++) head.append(this.host.document.createElement('i'));
    // Inside the content a `slot="refresher"` of the program would stand; the default look is the host's.
    this.host.element.prepend(head);
    this.head = head;
    return head;
  }
}
