// A person who cannot see the screen: they know what the accessibility tree says, and act on what they found in it.
import type { CDPSession } from 'playwright-core';
import type { Device } from '../../preview/playwright';
import type { Point } from '../../preview/playwright/finger';
import type { Part, SpokenNode } from './accessibility-tree';
import { accessibilityTree } from './accessibility-tree';
import { until } from './until';

/** Spoken without being looked for, once their words change. */
const ANNOUNCED = new Set(['alert', 'status', 'log']);

/** A name by its exact words, or by a part of them. */
type Name = string | RegExp;
const isCalled = ({ name }: SpokenNode, wanted: Name): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

const below = (nodes: readonly SpokenNode[]): SpokenNode[] =>
  nodes.flatMap((node) => [node, ...below(node.children)]);
/** All that is said of a node, in its order. */
const wordsOf = (node: SpokenNode): string =>
  node.children.length > 0 && !node.labelled ? node.children.map(wordsOf).join(' ') : node.name;

export class ScreenReader {
  constructor(private readonly device: Device) {}

  /** Waits for the one node of this role and name, and answers it. Throws with all that is said when it does not come. */
  async finds(role: string, name: Name, part: Part = 'page'): Promise<SpokenNode> {
    let tree: SpokenNode[] = [];
    let found: SpokenNode[] = [];
    const look = async (): Promise<boolean> => {
      tree = below(await this.read(part));
      found = tree.filter((node) => node.role === role && isCalled(node, name));
      return found.length === 1;
    };
    const said = (): string => tree.map((node) => `${node.role} "${node.name}"`).join('\n');
    await until(look, 20_000).catch((error: unknown) => {
      throw new Error(`${found.length} × ${role} ${String(name)} in:\n${said()}`, { cause: error });
    });
    const [node] = found;
    if (node === undefined) throw new Error('found and gone');
    return node;
  }

  /** Waits until something with these words is announced by itself: by an alert, a status or a log. */
  isTold(words: RegExp): Promise<void> {
    const told = (tree: readonly SpokenNode[]): string[] =>
      below(tree)
        .filter(({ role }) => ANNOUNCED.has(role))
        .map(wordsOf);
    return this.listens(words, told);
  }

  /** Waits until these words come when the page is read from its beginning to its end. */
  hears(words: RegExp): Promise<void> {
    return this.listens(words, (tree) => [tree.map(wordsOf).join(' ')]);
  }

  /** A double tap on what was found: the reader touches the middle of it, wherever it has to be scrolled to. */
  async activates(role: string, name: Name, part: Part = 'page'): Promise<void> {
    await this.device.ready();
    const place: { at: Point | null } = { at: null };
    let why: unknown;
    // It may be drawn anew, or something may pass over it, between the two looks.
    const reach = async (): Promise<boolean> => {
      const node = await this.finds(role, name, part);
      if (node.disabled) throw new Error(`${role} "${node.name}" is disabled`);
      place.at = await this.asking((devtools) => middleOf(devtools, node)).catch((error: unknown) => {
        why = error;
        return null;
      });
      return place.at !== null;
    };
    await until(reach, 20_000).catch((error: unknown) => {
      throw why ?? error;
    });
    if (place.at !== null) await this.device.page.touchscreen.tap(place.at.x, place.at.y);
  }

  /** Goes into a field of this name and types. */
  async writes(name: Name, text: string): Promise<void> {
    await this.activates('textbox', name);
    const frame = await this.device.frame();
    await frame.waitForFunction(() => document.activeElement?.matches('input, textarea') === true);
    await this.device.page.keyboard.type(text);
  }

  private async listens(words: RegExp, spoken: (tree: readonly SpokenNode[]) => string[]): Promise<void> {
    let heard: string[] = [];
    const listen = async (): Promise<boolean> => {
      heard = spoken(await this.read('page'));
      return heard.some((one) => words.test(one));
    };
    await until(listen, 20_000).catch((error: unknown) => {
      throw new Error(`nobody says ${String(words)}, only: ${heard.join(' | ')}`, { cause: error });
    });
  }

  /** A node that goes while it is read is not there: then it is read again. */
  private async read(part: Part): Promise<SpokenNode[]> {
    return accessibilityTree(this.device, part).catch((error: unknown) => {
      if (/No node|Could not find node|is not open|no frame|Frame with the given/.test(String(error)))
        return [];
      throw error;
    });
  }

  private async asking<T>(ask: (devtools: CDPSession) => Promise<T>): Promise<T> {
    const devtools = await this.device.page.context().newCDPSession(this.device.page);
    try {
      return await ask(devtools);
    } finally {
      await devtools.detach();
    }
  }
}

/** Runs on the element: brings it to the middle, where no bar lies over it, and answers whether a finger reaches it there. */
async function comeForward(this: Element): Promise<boolean> {
  this.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  // A list draws what came near, and may move by that.
  for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const { x, y, width, height } = this.getBoundingClientRect();
  const front = document.elementFromPoint(x + width / 2, y + height / 2);
  return front !== null && this.contains(front);
}

/** In CSS px from the top left of the device. Throws when something lies over it. */
async function middleOf(devtools: CDPSession, { dom, role, name }: SpokenNode): Promise<Point> {
  const { object } = await devtools.send('DOM.resolveNode', { backendNodeId: dom });
  if (object.objectId === undefined) throw new Error(`${role} "${name}" is gone`);
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(comeForward),
    awaitPromise: true,
    returnByValue: true,
  });
  if (result.value !== true) throw new Error(`something lies over ${role} "${name}"`);
  const { quads } = await devtools.send('DOM.getContentQuads', { backendNodeId: dom });
  const [left = NaN, top = NaN, , , right = NaN, bottom = NaN] = quads[0] ?? [];
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
