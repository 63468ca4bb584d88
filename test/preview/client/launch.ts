// How this page load behaves: the server's defaults, overridden by the query string.
import type { LaunchOptions } from '../protocol';

const isOn = (text: string | null, otherwise: boolean): boolean =>
  text === null ? otherwise : text !== '0' && text !== 'false';

function numberOr<T>(text: string | null, otherwise: T): number | T {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : otherwise;
}

function themeOr(text: string | null, otherwise: LaunchOptions['theme']): LaunchOptions['theme'] {
  return text === 'dark' || text === 'light' ? text : otherwise;
}

/** @param search `location.search` */
export function launchOptions(search: string, defaults: LaunchOptions): LaunchOptions {
  const query = new URLSearchParams(search);
  return {
    frame: isOn(query.get('frame'), defaults.frame),
    width: numberOr(query.get('width'), defaults.width),
    height: numberOr(query.get('height'), defaults.height),
    theme: themeOr(query.get('theme'), defaults.theme),
    locale: query.get('locale') ?? defaults.locale,
    deterministic: isOn(query.get('deterministic'), defaults.deterministic),
    fontScale: numberOr(query.get('fontScale'), defaults.fontScale),
    seed: numberOr(query.get('seed'), defaults.seed),
    scene: numberOr(query.get('scene'), defaults.scene),
    strict: isOn(query.get('strict'), defaults.strict),
  };
}

/** Address of the sheet of fonts: pictures that are compared have no font of the machine. */
export const fontCssOf = ({ deterministic }: LaunchOptions): string =>
  deterministic ? '/@font/still.css' : '/@font/font.css';

/** mulberry32: small, and the same in every browser. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
