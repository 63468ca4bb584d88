// The engine gives a component that replaces its stand-in the properties as they were when the stand-in was made. What an
// item of a list said later is lost then: so the template's latest word about each stand-in is kept and given instead.
import type { TreeElement } from './types';

// The shape of compiled templates: functions that are handed functions, one for each kind of node.
type Init = (element: TreeElement, isCreation: boolean) => void;
type Children = (isCreation: boolean, ...define: DefineNodes) => void;
type DefineElement = (
  tag: string,
  generics: unknown,
  init: Init,
  children: Children,
  ...rest: unknown[]
) => void;
type DefineIf = (branch: unknown, children: Children) => void;
type DefineFor = (list: unknown, key: unknown, tree: unknown, path: unknown, item: Item) => void;
type Item = (
  isCreation: boolean,
  item: unknown,
  index: unknown,
  itemTree: unknown,
  indexTree: unknown,
  path: unknown,
  ...define: DefineNodes
) => void;
type DefineVirtual = (children: Children, ...rest: unknown[]) => void;
type DefineNodes = [
  text: unknown,
  element: DefineElement,
  branch: DefineIf,
  list: DefineFor,
  slot: unknown,
  virtual: DefineVirtual,
  ...rest: unknown[],
];
type Generator = (...args: unknown[]) => { C: Children };
/** Finds a generator by the name of a `<template>`; '' is the file itself. */
export type TemplateContent = (name: string) => Generator | undefined;

/** What the template said last about an element. */
const latest = new WeakMap<TreeElement, Init>();

/** Keeps what a template says about elements of these tags. */
export function keepingProperties(content: TemplateContent, tags: ReadonlySet<string>): TemplateContent {
  const nodes = ([text, element, branch, list, slot, virtual, ...rest]: DefineNodes): DefineNodes => [
    text,
    (tag, generics, init, children, ...more) =>
      element(tag, generics, tags.has(tag) ? keeping(init) : init, inside(children), ...more),
    (key, children) => branch(key, inside(children)),
    (items, key, tree, path, item) =>
      list(items, key, tree, path, (isCreation, value, index, itemTree, indexTree, itemPath, ...define) =>
        item(isCreation, value, index, itemTree, indexTree, itemPath, ...nodes(define)),
      ),
    slot,
    (children, ...more) => virtual(inside(children), ...more),
    ...rest,
  ];
  const inside =
    (children: Children): Children =>
    (isCreation, ...define) =>
      children(isCreation, ...nodes(define));
  return (name) => {
    const generate = content(name);
    if (!generate) return undefined;
    return (...args) => {
      const made = generate(...args);
      return { ...made, C: inside(made.C) };
    };
  };
}

function keeping(init: Init): Init {
  let standIn: TreeElement | null = null;
  return (element, isCreation) => {
    if (!isCreation) latest.set(element, init);
    // A second creation by the same call is the replacement.
    const word = isCreation && standIn ? (latest.get(standIn) ?? init) : init;
    if (isCreation) standIn = element;
    word(element, isCreation);
  };
}
