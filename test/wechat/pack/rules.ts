/** Exceptions: packages whose usual files do not suit the bare engine of the logic layer. */

/** Manifest fields to try for a package's entry, in this order. */
export const MAIN_FIELDS: Record<string, string[]> = {
  // Its `module` entry carries the development build's 150 KB of messages behind process.env checks.
  'mobx-miniprogram': ['jsnext:main'],
};

/** Packages that are bundled from their own sources, since their ready-made script is lowered to ES5 with helpers. */
export const SOURCES: Readonly<Record<string, string>> = {
  'mobx-miniprogram-bindings': 'src/index.ts',
};

/**
 * Calls whose only effect is what they return, made while TDesign's shared module loads: each is a synchronous question
 * to the phone, and most answers serve no component that is packed.
 */
export const PURE_CALLS = /(=\s*)((?:getWindowInfo|getAppBaseInfo|getDeviceInfo)\(\))/g;

/** Every node lies below one of these: the page, or the tab bar's own root, which lies beside it. */
export const ROOTS = ['page', '.tokens'];

/** Files that are replaced wherever a bundle meets them. */
export const REPLACED: readonly { file: RegExp; contents: string }[] = [
  {
    // The original falls back to Function('return this'), which the logic layer forbids.
    file: /engine\.io-client\/build\/esm\/globals(\.node)?\.js$/,
    contents: `
      export const nextTick = (run) => Promise.resolve().then(run)
      export const globalThisShim = globalThis
      export const defaultBinaryType = 'arraybuffer'
      export function createCookieJar() {}`,
  },
  {
    // The app brings its own transport over wx.connectSocket; these would only add 20 KB that cannot work.
    file: /engine\.io-client\/build\/esm\/transports\/(index|polling|polling-xhr|polling-fetch|websocket|webtransport)(\.node)?\.js$/,
    contents: `
      class Absent { constructor() { throw new Error('this transport is not packed') } }
      export { Absent as XHR, Absent as Fetch, Absent as WS, Absent as WT, Absent as Polling }
      export const transports = {}`,
  },
];
