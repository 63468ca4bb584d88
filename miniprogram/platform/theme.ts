// The system's light or dark, as WeChat reports it (`darkmode: true` in app.json).
import type { Off } from './ports';

export type SystemTheme = 'light' | 'dark';

export interface ThemePort {
  read(): SystemTheme;
  onChange(listener: (theme: SystemTheme) => void): Off;
}

const known = (theme: string | undefined): SystemTheme => (theme === 'dark' ? 'dark' : 'light');

/** The phone's theme; base libraries before 2.20.1 know `getSystemInfoSync` only. */
export function wxTheme(): ThemePort {
  return {
    read: () =>
      known(wx.canIUse('getAppBaseInfo') ? wx.getAppBaseInfo().theme : wx.getSystemInfoSync().theme),
    onChange(listener) {
      const heard = (event: { theme: string }): void => listener(known(event.theme));
      wx.onThemeChange(heard);
      return () => wx.offThemeChange(heard);
    },
  };
}
