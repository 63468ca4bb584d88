// Light or dark: what the system says, or what the person chose; the choice outlives the app.
import { makeAutoObservable } from 'mobx-miniprogram';
import type { Off } from '../platform/ports';
import type { StorageArea, StorageKey } from '../platform/storage-types';
import type { SystemTheme, ThemePort } from '../platform/theme';

export type ThemeChoice = 'system' | SystemTheme;

const choices: readonly string[] = ['system', 'light', 'dark'];
const isChoice = (value: unknown): value is ThemeChoice =>
  typeof value === 'string' && choices.includes(value);

const choiceKey: StorageKey<ThemeChoice> = {
  name: 'theme',
  kind: 'kept',
  version: 1,
  decode: (value) => (isChoice(value) ? value : undefined),
};

/** Observable (MobX). */
export class ThemeStore {
  choice: ThemeChoice;
  system: SystemTheme;
  private readonly stop: Off;

  constructor(
    port: ThemePort,
    private readonly area: Pick<StorageArea, 'read' | 'write'>,
  ) {
    this.choice = area.read(choiceKey) ?? 'system';
    this.system = port.read();
    makeAutoObservable<this, 'area' | 'stop'>(this, { area: false, stop: false }, { autoBind: true });
    this.stop = port.onChange(this.hearSystem);
  }

  /** What is shown. */
  get shown(): SystemTheme {
    return this.choice === 'system' ? this.system : this.choice;
  }

  /** Class for a page's root view; empty while the system decides, which CSS follows by itself. */
  get themeClass(): '' | 'theme-light' | 'theme-dark' {
    return this.choice === 'system' ? '' : `theme-${this.choice}`;
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    this.area.write(choiceKey, choice);
  }

  hearSystem(theme: SystemTheme): void {
    this.system = theme;
  }

  dispose(): void {
    this.stop();
  }
}
