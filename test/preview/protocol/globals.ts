// What code of the logic layer finds under its global names. An allow-list: any other name of the browser is not there.

/** Names of the language; the engine provides them. */
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

/** Names of WeChat; the host provides them. */
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

/** The global object of the program. A name that is not in it does not exist for the program. */
export type ProgramGlobals = Record<string, unknown>;

/**
 * Parameters without a value that WeChat's loader gives to every module: reading one is no error. `eval` is undefined
 * there as well.
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

/**
 * Names that the build writes into a module in place of global ones. Those that are put into compiled code are as long
 * as what they replace, so that positions stay the same.
 */
export const WRITTEN = {
  /** `name` → `$free.name`: throws when there is no such name. */
  free: '$free',
  /** `typeof name` → `typeof $type.name`: never throws. */
  type: '$type',
  /** Replaces `this` in a function: the program's global object if it was called without an object. */
  self: '$ths',
  /** The function that makes `$ths` of a function's real `this`. */
  own: '$own',
  /** Replaces `this` at the top level of a file. */
  root: '$root',
} as const;

/** For a module that is not strict, the shared name whose value a written name has there. */
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
