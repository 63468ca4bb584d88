// What wx says about the phone, the window and the program.
import type { HostPorts, TextSizePort } from '../../ports/host';
import type { ApiTable } from '../table';

/** The base library whose behaviour the preview follows. */
export const SDK_VERSION = '3.8.7';

const DEVICE = {
  brand: 'iPhone',
  model: 'iPhone 14',
  system: 'iOS 17.0',
  platform: 'ios',
  benchmarkLevel: 40,
  memorySize: 6144,
  abi: 'arm64',
  deviceAbi: 'arm64',
  cpuType: 'preview',
};

export function addSystemInfo(table: ApiTable, ports: HostPorts, textSize: TextSizePort): void {
  const appBase = (): Record<string, unknown> => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.60',
    language: 'zh_CN',
    // Without dark mode in app.json a program is not told the theme.
    ...(ports.app.json['darkmode'] === true ? { theme: ports.device.theme() } : {}),
    enableDebug: false,
    host: { appId: '', env: 'WeChat', version: '8.0.60' },
    fontSizeSetting: textSize.px(),
    fontSizeScaleFactor: textSize.factor,
  });
  const all = (): Record<string, unknown> => ({
    ...ports.device.windowInfo(),
    ...appBase(),
    ...DEVICE,
    deviceOrientation: 'portrait',
  });
  table.sync('getWindowInfo', () => ports.device.windowInfo());
  table.sync('getAppBaseInfo', appBase);
  table.sync('getDeviceInfo', () => ({ ...DEVICE }));
  table.sync('getSystemSetting', () => ({
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  }));
  table.sync('getAppAuthorizeSetting', () => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'not determined',
    microphoneAuthorized: 'not determined',
    notificationAuthorized: 'authorized',
  }));
  table.sync('getSystemInfoSync', () => ({ ...all(), errMsg: 'getSystemInfo:ok' }));
  table.async('getSystemInfo', all);
  table.async('getSystemInfoAsync', all);
  table.sync('getMenuButtonBoundingClientRect', () => {
    const { left, top, width, height } = ports.shell.metrics().menuButton;
    return { left, top, width, height, right: left + width, bottom: top + height };
  });
  table.sync('getLaunchOptionsSync', () => ports.app.launchOptions());
  table.sync('getEnterOptionsSync', () => ports.app.enterOptions());
}
