// Screen, clipboard, vibration and what phone this is.
import type { DeviceInfo, DevicePort } from '../ports';
import { PlatformError } from '../failure';
import { createListeners } from '../listeners';
import { promised } from './errors';

const nothing = () => undefined;

function deviceInfo(): DeviceInfo {
  const { envVersion } = wx.getAccountInfoSync().miniProgram;
  const env = envVersion === 'develop' ? 'development' : envVersion;
  const base = wx.canIUse('getAppBaseInfo') ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
  const device = wx.canIUse('getDeviceInfo') ? wx.getDeviceInfo() : wx.getSystemInfoSync();
  return { env, platform: device.platform, base_library: base.SDKVersion };
}

/** WeChat keeps one capture listener: this one serves all of ours, and is there only while somebody listens. */
function captureListeners(): Pick<DevicePort, 'onCapture'> {
  const listeners = createListeners<undefined>();
  return {
    onCapture(listener) {
      if (listeners.size === 0) wx.onUserCaptureScreen(() => listeners.tell(undefined));
      const off = listeners.add(listener);
      return () => {
        const listening = listeners.size > 0;
        off();
        if (listening && listeners.size === 0) wx.offUserCaptureScreen();
      };
    },
  };
}

export function createWxDevice(): DevicePort {
  return {
    info: deviceInfo(),
    ...captureListeners(),
    brightness: async () => {
      const { value } = await promised<{ value: number }>((callbacks) => wx.getScreenBrightness(callbacks));
      return value;
    },
    setBrightness: (value) =>
      promised<unknown>((callbacks) => wx.setScreenBrightness({ value, ...callbacks })).then(nothing),
    keepScreenOn: (on) =>
      promised<unknown>((callbacks) => wx.setKeepScreenOn({ keepScreenOn: on, ...callbacks })).then(nothing),
    hideOnCapture: (hide) =>
      wx.canIUse('setVisualEffectOnCapture')
        ? promised<unknown>((callbacks) =>
            wx.setVisualEffectOnCapture({ visualEffect: hide ? 'hidden' : 'none', ...callbacks }),
          ).then(
            () => true,
            () => false,
          )
        : Promise.resolve(false),
    copy: (text) =>
      promised<unknown>((callbacks) => wx.setClipboardData({ data: text, ...callbacks })).then(nothing),
    vibrate: (strength) =>
      promised<unknown>((callbacks) => wx.vibrateShort({ type: strength, ...callbacks })).then(
        nothing,
        nothing,
      ),
  };
}

/** AUTH-1's code; parallel calls share one `wx.login`. */
export function createWxLogin(): { code(): Promise<string> } {
  let asking: Promise<string> | undefined;
  const ask = async () => {
    const { code } = await promised<{ code: string }>((callbacks) => wx.login(callbacks));
    if (code === '') throw new PlatformError('refused', 'login');
    return code;
  };
  return {
    code() {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
