// The simulated device: window metrics, theme, network.
import type { NetPort } from '../../protocol';
import type { AppEvents, EventPort } from '../ports/events';
import type { PageStack } from '../pages/page-stack';
import type { DevicePort, WindowInfo } from '../ports/host';
import type { NetworkType, Theme } from '../ports/values';
import type { Shell } from '../ports/shell';

export interface DeviceDeps {
  shell: Shell;
  stack: PageStack;
  net: NetPort;
  events: EventPort<AppEvents>;
  /** `darkmode` of app.json: without it a mini program is never told about themes. */
  darkMode: boolean;
  theme: Theme;
  onTheme(): void;
}

export function createDevice(deps: DeviceDeps): DevicePort {
  const { shell, stack, net, events } = deps;
  let theme: Theme = deps.theme;
  let network: NetworkType = net.shaping().offline ? 'none' : 'wifi';

  const announce = (type: NetworkType): void => {
    if (type === network) return;
    network = type;
    events.notify('NetworkStatusChange', { isConnected: type !== 'none', networkType: type });
  };
  net.onShaping(({ offline }) => {
    if (offline !== (network === 'none')) announce(offline ? 'none' : 'wifi');
  });

  return {
    windowInfo: () => windowInfo(shell, stack),
    theme: () => (deps.darkMode ? theme : 'light'),
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      shell.setTheme(next);
      if (!deps.darkMode) return;
      deps.onTheme();
      events.notify('ThemeChange', { theme: next });
    },
    network: () => network,
    setNetwork(type) {
      const offline = type === 'none';
      announce(type);
      if (net.shaping().offline !== offline) void net.setShaping({ offline });
    },
  };
}

function windowInfo(shell: Shell, stack: PageStack): WindowInfo {
  const { screenWidth, screenHeight, pixelRatio, statusBarHeight, navigationBarHeight, safeBottom } =
    shell.metrics();
  const bars = statusBarHeight + navigationBarHeight;
  const rect = stack.top()?.slot.rect() ?? { top: bars, width: screenWidth, height: screenHeight - bars };
  return {
    pixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: Math.round(rect.width),
    windowHeight: Math.round(rect.height),
    statusBarHeight,
    screenTop: Math.round(rect.top),
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom: screenHeight - safeBottom,
      width: screenWidth,
      height: screenHeight - safeBottom - statusBarHeight,
    },
  };
}
