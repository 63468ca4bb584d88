// `componentPlaceholder`: what a template draws in place of a component whose code is not there yet. The engine uses a
// placeholder only until the component is registered. In WeChat every page draws the placeholder first, and the
// component after its first rendering. So the host decides for each element that is made.
import { elementApi, shadowRootPrototype } from './engine';
import type { TreeComponent, TreeElement } from './types';

export interface StandIn {
  /** Tag that is drawn: a key of `usingComponents`, or a built-in. */
  tag: string;
  /** Called once it is made. */
  made(place: Place): void;
}

/** Where a stand-in stands. */
export interface Place {
  /** False once it was taken off the page, or replaced. */
  isThere(): boolean;
  /** Puts the real component there: its properties, listeners and the content of its slot with it. */
  replace(): void;
}

/** @param standInOf tells what stands in for a tag in the template of `host`; null: the component itself is made */
export function installStandIns(standInOf: (host: TreeComponent, tag: string) => StandIn | null): void {
  const make = shadowRootPrototype.createComponent;
  shadowRootPrototype.createComponent = function (tag, key, generics, replace, init) {
    // Without `replace` it is not an element of a template, or it is the replacement itself.
    const standIn = replace ? standInOf(this.getHostNode(), key ?? tag) : null;
    if (!replace || !standIn) return make.call(this, tag, key, generics, replace, init);
    const element = make.call(this, standIn.tag, standIn.tag, generics, undefined, init);
    standIn.made({ isThere: () => isThere(element), replace: () => replace() });
    return element;
  };
}

const isThere = (element: TreeElement): boolean =>
  element.parentNode !== null && elementApi.isAttached(element);
