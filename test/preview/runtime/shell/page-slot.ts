// The box of one page: where it stands between the bars, its pull indicator, its fault.
import type { PageDecor, PageFault, PageLayout, PagePull, PageSlot, ScreenMetrics } from '../ports/shell';
import { setInsets } from '../phone/safe-area';
import { element } from './dom';
import { faultPanel } from './fault';

export class Slot implements PageSlot {
  readonly root: HTMLElement;
  private readonly indicator = element(
    'div.pull',
    { hidden: true },
    element('i'),
    element('i'),
    element('i'),
  );
  private layout: PageLayout = { belowNavigationBar: true, aboveTabBar: false };

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly route: string,
    private readonly metrics: () => ScreenMetrics,
    private readonly onActive: (route: string) => void,
  ) {
    this.root = element('div.page', { data: { route } }, this.indicator, frame);
    this.place(this.layout);
  }

  place(layout: PageLayout): void {
    this.layout = layout;
    const { statusBarHeight, navigationBarHeight, tabBarHeight, safeBottom } = this.metrics();
    this.root.style.top = layout.belowNavigationBar ? `${statusBarHeight + navigationBarHeight}px` : '0';
    this.root.style.bottom = layout.aboveTabBar ? `${tabBarHeight + safeBottom}px` : '0';
    setInsets(this.frame, {
      top: layout.belowNavigationBar ? 0 : statusBarHeight,
      bottom: layout.aboveTabBar ? 0 : safeBottom,
    });
  }

  setActive(active: boolean): void {
    this.root.classList.toggle('active', active);
    if (active) this.onActive(this.route);
  }

  setPull({ distance, state, animated }: PagePull): void {
    this.frame.style.transition = animated ? 'transform .2s' : '';
    this.frame.style.transform = distance > 0 ? `translateY(${distance}px)` : '';
    this.indicator.hidden = distance <= 0;
    this.indicator.style.height = `${distance}px`;
    this.indicator.classList.toggle('busy', state === 'refreshing');
  }

  setDecor({ backgroundColor, backgroundTextStyle }: PageDecor): void {
    if (backgroundColor !== undefined) this.root.style.background = backgroundColor;
    if (backgroundTextStyle !== undefined)
      this.indicator.classList.toggle('light', backgroundTextStyle === 'light');
  }

  showFault(fault: PageFault): void {
    this.root.querySelector('.fault')?.remove();
    this.root.append(faultPanel(fault));
  }

  rect(): { left: number; top: number; width: number; height: number } {
    const { screenWidth, screenHeight, statusBarHeight, navigationBarHeight, tabBarHeight, safeBottom } =
      this.metrics();
    const top = this.layout.belowNavigationBar ? statusBarHeight + navigationBarHeight : 0;
    const below = this.layout.aboveTabBar ? tabBarHeight + safeBottom : 0;
    return { left: 0, top, width: screenWidth, height: screenHeight - top - below };
  }

  remove(): void {
    this.root.remove();
  }
}
