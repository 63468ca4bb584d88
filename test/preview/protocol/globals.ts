// What code of the logic layer finds under its global names. An allow-list: any other name of the browser is not there.

/** Of the language; left to the engine. */
export const LANGUAGE_NAMES = [
  'undefined',
  'NaN',
  'Infinity',
  'Object',
  'Function',
  'Array',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'Date',
  'Math',
  'JSON',
  'RegExp',
  'Promise',
  'Proxy',
  'Reflect',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'URIError',
  'EvalError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
  'escape',
  'unescape',
] as const;

/** Of WeChat; given by the host. */
export const SCOPE_NAMES = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'requireMiniProgram',
  '__wxConfig',
  'globalThis',
  'global',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const;

/** The global object of the program. What is not in it is not there. */
export type ProgramGlobals = Record<string, unknown>;

/**
 * Parameters without a value that WeChat's loader gives to every module: reading one is no error. `eval` does not exist there
 * either, and is not missed by those who ask for it.
 */
export const VALUELESS_NAMES = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'webkit',
  'WeixinJSCore',
  'WeixinJSBridge',
  'Reporter',
  'print',
  'URL',
  'DOMParser',
  'eval',
] as const;

/** Names that the build writes into a module in place of global ones; as long as what they stand for where they are written afterwards. */
export const WRITTEN = {
  /** `name` → `$free.name`: throws when there is no such name. */
  free: '$free',
  /** `typeof name` → `typeof $type.name`: never throws. */
  type: '$type',
  /** `this` of a function that was called without one. */
  self: '$ths',
  /** Makes `$ths`. */
  own: '$own',
  /** `this` of the file itself. */
  root: '$root',
} as const;

/** What stands for a written name in a module that is not strict: other values of the same name. */
export const SLOPPY: Readonly<Record<string, string>> = { [WRITTEN.free]: '$easy', [WRITTEN.root]: '$glob' };

/** What all modules of a package share, in the order in which the client gives the values. */
export const SHARED_NAMES: readonly string[] = [
  WRITTEN.free,
  WRITTEN.type,
  WRITTEN.own,
  WRITTEN.root,
  ...Object.values(SLOPPY),
  ...SCOPE_NAMES,
];
