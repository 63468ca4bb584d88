// A page's accessibility tree, as Chromium makes it of roles, labels and text: what a screen reader has to go by.
import type { CDPSession } from 'playwright-core';
import type { Device } from '../../preview/playwright';

export interface SpokenNode {
  role: string;
  name: string;
  /** Named by `aria-label`, and not by what stands in it. */
  labelled: boolean;
  /** Tag and class, to find it by. */
  element: string;
  /** What the browser calls its element or text, to act on it by. */
  dom: number;
  /** Cannot be acted on now. */
  disabled: boolean;
  children: SpokenNode[];
}

async function frameTreeOf(devtools: CDPSession) {
  return (await devtools.send('Page.getFrameTree')).frameTree;
}

async function nodesOf(devtools: CDPSession, frameId: string) {
  return (await devtools.send('Accessibility.getFullAXTree', { frameId })).nodes;
}

type FrameTree = Awaited<ReturnType<typeof frameTreeOf>>;
type TreeNode = Awaited<ReturnType<typeof nodesOf>>[number];

/** The browser's own id of the frame with this name. */
async function frameIdOf(devtools: CDPSession, name: string): Promise<string> {
  const trees: FrameTree[] = [await frameTreeOf(devtools)];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    if (tree.frame.name === name) return tree.frame.id;
    trees.push(...(tree.childFrames ?? []));
  }
  throw new Error(`no frame is called ${name}`);
}

/** Asks for the elements of a tree, and puts them into nodes. */
class Reading {
  private readonly nodes: ReadonlyMap<string, TreeNode>;

  constructor(
    private readonly devtools: CDPSession,
    nodes: readonly TreeNode[],
  ) {
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  /** What stands at a node: itself, or its children where it is not presented itself. */
  async at(id: string): Promise<SpokenNode[]> {
    const node = this.nodes.get(id);
    // Lines of a text, which its own node has already.
    if (node === undefined || node.role?.value === 'InlineTextBox') return [];
    const children: SpokenNode[] = [];
    for (const child of node.childIds ?? []) children.push(...(await this.at(child)));
    if (node.ignored) return children;
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '').trim();
    const labelled = node.name?.sources?.find(({ value }) => value !== undefined)?.type === 'attribute';
    const dom = node.backendDOMNodeId ?? 0;
    const disabled =
      node.properties?.some((one) => one.name === 'disabled' && one.value.value === true) === true;
    if (role === 'StaticText')
      return [{ role, name, labelled: false, element: 'text', dom, disabled, children: [] }];
    if (role === 'generic' && !labelled) return children;
    return [{ ...(await this.described(role, dom)), name, labelled, dom, disabled, children }];
  }

  /** Chromium has no role `text`, which the readers of phones have: it calls it generic. */
  private async described(role: string, id: number): Promise<Pick<SpokenNode, 'role' | 'element'>> {
    const described = await this.devtools
      .send('DOM.describeNode', { backendNodeId: id })
      .catch((error: unknown) => {
        if (/No node|Could not find node/.test(String(error))) return null;
        throw error;
      });
    // Gone since the tree was read, in which it is.
    if (described === null) return { role, element: 'an element that has gone' };
    const { node } = described;
    const attribute = (wanted: string): string => {
      const at = (node.attributes ?? []).indexOf(wanted);
      return at < 0 ? '' : (node.attributes?.[at + 1] ?? '');
    };
    return {
      role: attribute('role') === 'text' ? 'text' : role,
      element: `<${node.localName} class="${attribute('class')}">`,
    };
  }
}

/** The bars, dialogs and sheets around the page are of the phone, and read as the page is. */
export type Part = 'page' | 'phone';

/** The tree of the top page, or of what is around it: without what is not presented, and without boxes that say nothing themselves. */
export async function accessibilityTree(device: Device, part: Part = 'page'): Promise<SpokenNode[]> {
  const devtools = await device.page.context().newCDPSession(device.page);
  try {
    const id =
      part === 'page'
        ? await frameIdOf(devtools, (await device.frame()).name())
        : (await frameTreeOf(devtools)).frame.id;
    const nodes = await nodesOf(devtools, id);
    const reading = new Reading(devtools, nodes);
    const tree: SpokenNode[] = [];
    for (const child of nodes[0]?.childIds ?? []) tree.push(...(await reading.at(child)));
    return tree;
  } finally {
    await devtools.detach();
  }
}
