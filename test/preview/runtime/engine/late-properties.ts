// When the real component replaces its placeholder, the engine gives it the properties that the placeholder was made
// with; later changes by the template would be lost. So the template's latest properties of each placeholder are kept
// here, and given to the component instead.
import type { TreeElement } from './types';

// The types of compiled templates: each is a function that gets one function for each kind of node.
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

/** For each element the last properties that the template gave it. */
const latest = new WeakMap<TreeElement, Init>();

/** Wraps a template so that the properties of elements of these tags are kept. */
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
    // If the element is created a second time, it is the component that replaces the placeholder.
    const word = isCreation && standIn ? (latest.get(standIn) ?? init) : init;
    if (isCreation) standIn = element;
    word(element, isCreation);
  };
}
