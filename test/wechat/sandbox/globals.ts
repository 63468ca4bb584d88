/** What a logic-layer script finds around itself: the platform's functions, recording, and nothing of a browser or Node. */

export interface Registration {
  kind: 'App' | 'Page' | 'Component' | 'Behavior';
  /** The file that registered it. */
  path: string;
  options: unknown;
}

/** Answers of the synchronous calls that module bodies make; any other `wx` function records and returns undefined. */
const ANSWERS: Record<string, unknown> = {
  getSystemInfoSync: {
    platform: 'android',
    SDKVersion: '3.0.0',
    windowWidth: 375,
    windowHeight: 667,
    pixelRatio: 2,
    statusBarHeight: 20,
  },
  getWindowInfo: { windowWidth: 375, windowHeight: 667, pixelRatio: 2, statusBarHeight: 20 },
  getAppBaseInfo: { SDKVersion: '3.0.0', language: 'zh_CN', theme: 'light' },
  getDeviceInfo: { platform: 'android', system: 'Android 10' },
  getAccountInfoSync: { miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } },
  getStorageSync: '',
  canIUse: true,
};

/** A `wx` whose every function exists. @param called receives the name of each function that is called */
export function recordingWx(called: (name: string) => void): object {
  const env = { USER_DATA_PATH: 'wxfile://usr' };
  return new Proxy<Record<string, unknown>>(
    { env },
    {
      get(target, name) {
        if (typeof name === 'symbol' || name in target) return target[String(name)];
        return () => {
          called(`wx.${name}`);
          return ANSWERS[name];
        };
      },
    },
  );
}

export interface Recorder {
  registrations: Registration[];
  calls: string[];
  /** The file whose body is running. */
  running: string;
}

/** The global names of the sandbox. @param wx takes the place of the recording one when given */
export function sandboxGlobals(recorder: Recorder, wx?: object): Record<string, unknown> {
  const register = (kind: Registration['kind']) => (options: unknown) => {
    recorder.registrations.push({ kind, path: recorder.running, options });
    return kind === 'Behavior' ? options : undefined;
  };
  return {
    wx: wx ?? recordingWx((name) => recorder.calls.push(name)),
    App: register('App'),
    Page: register('Page'),
    Component: register('Component'),
    Behavior: register('Behavior'),
    getApp: () => recorder.registrations.find(({ kind }) => kind === 'App')?.options,
    getCurrentPages: () => [],
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  };
}
