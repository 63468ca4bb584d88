// Builds the device frame in `document.body` and draws what the core decides.
import type {
  CreateShell,
  NavigationBarState,
  PageFault,
  PageSlot,
  ScreenMetrics,
  Shell,
  ShellEvents,
  TabBarState,
} from '../ports/shell';
import barsCss from './bars.css';
import deskCss from './desk.css';
import overlayCss from './overlay.css';
import panelCss from './panel.css';
import screenCss from './screen.css';
import { addStyle, element } from './dom';
import { faultPanel } from './fault';
import { measure } from './metrics';
import { NavigationBar } from './navigation-bar';
import { Slot } from './page-slot';
import { Screen, type ScreenSize } from './screen';
import { TabBar } from './tab-bar';

/** What the preview's own API and panel use beyond the core's `Shell`. */
export interface Desk extends Shell {
  /** Beside the phone; null when only the phone is shown. */
  readonly panel: HTMLElement | null;
  /** The phone has a size of its own, and not the window's. */
  readonly isFramed: boolean;
  /** Uncovers the phone where the panel lies over it. */
  closePanel(): void;
  resizeScreen(size: Partial<ScreenSize>): void;
  showDeviceState(words: string): void;
  /** Called with the route of a page that comes to the front. */
  onPage: (route: string) => void;
  /** 0 dark … 1 bright. */
  dim(brightness: number): void;
}

const DEFAULTS = { frame: true, width: 390, height: 844, deterministic: false };

/** How this page load was asked to behave; the defaults serve a page without the preview's server. */
function launchOptions(): typeof DEFAULTS {
  return '__preview' in globalThis ? { ...DEFAULTS, ...__preview.launch } : DEFAULTS;
}

/** The brightness that a phone has by default. */
const USUAL_BRIGHTNESS = 0.6;

class DeskShell implements Desk {
  readonly overlay = element('div.overlay');
  readonly panel: HTMLElement | null;
  readonly isFramed: boolean;
  onPage: (route: string) => void = () => undefined;
  private readonly screen: Screen;
  private readonly bar: NavigationBar;
  private readonly tabBar: TabBar;
  private readonly pages = element('div.pages');
  private readonly shade = element('div.shade');

  constructor(events: ShellEvents, resolve: (path: string) => string) {
    const { frame, width, height, deterministic } = launchOptions();
    document.body.classList.toggle('still', deterministic);
    for (const css of [deskCss, screenCss, barsCss, overlayCss, panelCss]) addStyle(css);
    this.screen = new Screen({ width, height }, frame, () => events.resize());
    this.panel = this.screen.panel;
    this.isFramed = this.screen.isFramed;
    this.bar = new NavigationBar({ back: () => events.back(), home: () => events.home() }, deterministic);
    this.tabBar = new TabBar((index) => events.tab(index), resolve);
    this.screen.root.append(this.pages, this.bar.root, this.tabBar.root, this.overlay, this.shade);
  }

  metrics(): ScreenMetrics {
    const { width, height } = this.screen.current();
    return measure(width, height);
  }

  mountPage(frame: HTMLIFrameElement, route: string): PageSlot {
    const slot = new Slot(
      frame,
      route,
      () => this.metrics(),
      (active) => this.onPage(active),
    );
    this.pages.append(slot.root);
    return slot;
  }

  setNavigationBar(state: NavigationBarState): void {
    this.bar.show(state);
  }

  setTabBar(state: TabBarState | null): void {
    this.tabBar.show(state);
  }

  setTheme(theme: 'light' | 'dark'): void {
    document.documentElement.dataset['theme'] = theme;
  }

  showAppFault(fault: PageFault): void {
    this.pages.append(faultPanel(fault));
  }

  closePanel(): void {
    this.screen.showPanel(false);
  }

  resizeScreen(size: Partial<ScreenSize>): void {
    this.screen.resize(size);
  }

  showDeviceState(words: string): void {
    this.bar.showDevice(words);
  }

  dim(brightness: number): void {
    // The usual brightness looks as it is; below it, never so dark that a developer cannot see what he does.
    this.shade.style.opacity = String(Math.max(0, USUAL_BRIGHTNESS - brightness) * 0.6);
  }
}

export const createShell: CreateShell = (events, resolve) => new DeskShell(events, resolve);

/** The desk behind a core's `Shell`, or null when another shell draws (tests). */
export function deskOf(shell: Shell): Desk | null {
  return shell instanceof DeskShell ? shell : null;
}
