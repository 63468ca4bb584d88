// What mini program code finds under its global names. In strict mode `globalThis` is an object without the browser in it.
import type { ScopeName } from '../../protocol';
import type { ScopeTimers } from './timers';

const LANGUAGE = [
  'Object',
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
  'NaN',
  'Infinity',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
  'escape',
  'unescape',
  'console',
];

export interface ScopeDeps {
  wx: unknown;
  registration: Record<string, unknown>;
  timers: ScopeTimers;
  strict: boolean;
}

export function createScope({
  wx,
  registration,
  timers,
  strict,
}: ScopeDeps): Partial<Record<ScopeName, unknown>> {
  const names = { wx, ...registration, ...timers, requirePlugin };
  if (!strict) return names;
  const bare: Record<string, unknown> = {};
  for (const name of LANGUAGE) bare[name] = (globalThis as unknown as Record<string, unknown>)[name];
  Object.assign(bare, names);
  return { ...names, globalThis: Object.assign(bare, { globalThis: bare, global: bare }), global: bare };
}

function requirePlugin(name: string): never {
  throw new Error(`requirePlugin("${name}"): the preview has no plugins`);
}
