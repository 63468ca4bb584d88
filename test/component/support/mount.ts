// Mounts a component of miniprogram/ on exparser, WeChat's classic component framework, compiled by WeChat's compiler.
import { existsSync } from 'node:fs';
import path from 'node:path';
import exparser from 'miniprogram-exparser';
import simulate from 'miniprogram-simulate';
import utils from 'miniprogram-simulate/src/utils';
import { Mounted } from './mounted';

const root = path.resolve(__dirname, '../../../miniprogram');
type Definition = Record<string, unknown>;
type Register = (definition: Definition) => void;
const globals = globalThis as unknown as { Component: Register; Page: Register; getApp: () => unknown };

/** What `getApp()` answers in components that ask for it. */
let app: Record<string, unknown> = {};
globals.getApp = () => app;
globals.Page = (definition) => globals.Component(definition);

/** Sets what `getApp()` answers, e.g. a core of fakes. */
export function useApp(present: Record<string, unknown>): void {
  app = present;
}

/** A session store's answer while nobody is signed in. */
export const nobody = {
  customer: { state: 'signed_out' },
  staff: { state: 'signed_out' },
  tokens: () => ({ read: () => undefined }),
};

// The simulator's `wx` says that it can do anything.
wx.canIUse = (name) => (name.split('.')[0] ?? '') in wx;

/** What a component threw: the framework goes on after it, as on a phone, but no test passes with it. */
const thrown: Error[] = [];
exparser.addGlobalErrorListener((error) => {
  thrown.push(error);
  return false;
});
afterEach(() => {
  const [first] = thrown.splice(0);
  if (first !== undefined) throw first;
});

const readJson = utils.readJson.bind(utils);

/** `tdesign-miniprogram/icon/icon` means a packed module, as in WeChat: relative first, then miniprogram_npm. */
function resolved(reference: string, from: string): string {
  const folder = path.dirname(from);
  if (reference.startsWith('/') || existsSync(`${path.join(folder, reference)}.json`)) return reference;
  const packed = path.join(root, 'miniprogram_npm', reference);
  if (!existsSync(`${packed}.json`))
    throw new Error(`${reference} is not in miniprogram_npm: run npm install`);
  return path.relative(folder, packed);
}

utils.readJson = (file) => {
  const json = readJson(file);
  const using = json?.usingComponents ?? {};
  const entries = Object.entries(using).map(([tag, reference]) => [tag, resolved(reference, file)] as const);
  return json === null ? null : { ...json, usingComponents: Object.fromEntries(entries) };
};

/**
 * A component's file runs once, because jest keeps modules; every further registration (the simulator makes one for
 * each component that uses it) replays what the file defined.
 */
const defined = new Map<string, Definition[]>();
utils.runJs = (file) => {
  const native = globals.Component;
  const known = defined.get(file);
  if (known !== undefined) return known.forEach((definition) => native(definition));
  const definitions: Definition[] = [];
  defined.set(file, definitions);
  globals.Component = (definition) => {
    definitions.push(definition);
    native(definition);
  };
  try {
    jest.requireActual(file);
  } finally {
    globals.Component = native;
  }
};

/** @param component its path below miniprogram/, without extension: `components/page-state/page-state` */
export function mount(component: string, properties: Record<string, unknown> = {}): Mounted {
  const id = simulate.load(path.join(root, component), {
    compiler: 'official',
    rootPath: root,
    compilerOptions: { maxBuffer: 64 * 1024 * 1024 },
  });
  return new Mounted(simulate.render(id, properties));
}
