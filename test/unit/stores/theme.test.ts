// The theme follows the system until somebody chooses, and the choice outlives the app.
import type { SystemTheme } from '../../../miniprogram/platform/theme';
import { ThemeStore } from '../../../miniprogram/stores/theme';
import { memoryStore } from './backpack/kit';

function phone(system: SystemTheme) {
  const listeners = new Set<(theme: SystemTheme) => void>();
  return {
    read: () => system,
    onChange(listener: (theme: SystemTheme) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say: (theme: SystemTheme) => listeners.forEach((listener) => listener(theme)),
    heard: () => listeners.size,
  };
}

test('E6 the system decides, and no class is set, until somebody chooses', () => {
  const port = phone('dark');
  const theme = new ThemeStore(port, memoryStore().area('app'));
  expect([theme.choice, theme.shown, theme.themeClass]).toEqual(['system', 'dark', '']);
  port.say('light');
  expect(theme.shown).toBe('light');
});

test('E6 a choice beats the system and outlives the app', () => {
  const area = memoryStore().area('app');
  const port = phone('light');
  new ThemeStore(port, area).choose('dark');
  const again = new ThemeStore(port, area);
  port.say('light');
  expect([again.choice, again.shown, again.themeClass]).toEqual(['dark', 'dark', 'theme-dark']);
  again.choose('system');
  expect([again.shown, again.themeClass]).toEqual(['light', '']);
});

test('it stops listening when disposed', () => {
  const port = phone('light');
  new ThemeStore(port, memoryStore().area('app')).dispose();
  expect(port.heard()).toBe(0);
});
