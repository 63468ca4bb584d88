// What the compiler writes at the head of each module that imports or exports. It stands once in a package instead: the
// texts are the same in each module, and a browser reads and compiles every copy of them before the first page.

/** As esbuild writes them, each until its last line. */
const WRITTEN: readonly string[] = [
  'var __create = Object.create;',
  'var __defProp = Object.defineProperty;',
  'var __getOwnPropDesc = Object.getOwnPropertyDescriptor;',
  'var __getOwnPropNames = Object.getOwnPropertyNames;',
  'var __getProtoOf = Object.getPrototypeOf;',
  'var __hasOwnProp = Object.prototype.hasOwnProperty;',
  `var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};`,
  `var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};`,
  'var __reExport = (target, mod, secondTarget) => (__copyProps(target, mod, "default"), secondTarget && __copyProps(secondTarget, mod, "default"));',
  `var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));`,
];

const TO_COMMON_JS =
  'var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);';

/** The same for all modules of a package. An exported name has one getter, where the compiler's own has another around it. */
export const SHARED_HELPERS = [
  ...WRITTEN,
  'var __toCommonJS = (mod) => __defProp(mod, "__esModule", { value: true });',
]
  .join('\n')
  .replace(/^ *\/\/.*$/gm, '')
  .replace(/\n\s*/g, ' ');

const HEAD = /^"use strict";\n/;

/** Takes the helpers from the head of a compiled module; every other line keeps its number. */
export function withoutHelpers(code: string): string {
  const head = HEAD.exec(code)?.[0] ?? '';
  let rest = code.slice(head.length);
  let lines = 0;
  const next = (): string | undefined =>
    [...WRITTEN, TO_COMMON_JS].find((text) => rest.startsWith(`${text}\n`));
  for (let text = next(); text !== undefined; text = next()) {
    rest = rest.slice(text.length + 1);
    lines += text.split('\n').length;
  }
  return head + '\n'.repeat(lines) + rest;
}
