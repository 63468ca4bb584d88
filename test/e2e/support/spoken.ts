// Whether a screen reader says all that is on a page, and says it once: judged by the page's accessibility tree.
import type { Device } from '../../preview/playwright';
import type { SpokenNode } from './accessibility-tree';
import { accessibilityTree } from './accessibility-tree';

/** What a tap does something to. */
const ACTED = new Set(['button', 'link', 'radio', 'tab', 'checkbox', 'switch']);
/** Read as one: nobody goes into it, so what its name leaves out is not heard. */
const WHOLE = new Set([...ACTED, 'image', 'text']);
/** Without a name nobody knows what it is for. */
const NAMED = new Set([
  ...ACTED,
  'image',
  'textbox',
  'searchbox',
  'combobox',
  'radiogroup',
  'dialog',
  'alertdialog',
]);
/** What holds a choice or an entry together. */
const GROUP_OF: Readonly<Record<string, string>> = { radio: 'radiogroup', tab: 'tablist', listitem: 'list' };

/** Spaces and signs are not heard. */
const heard = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** What is to be heard of a node and of what is in it: of a picture, what it is called. */
const textsIn = ({ role, name, labelled, children }: SpokenNode): string[] =>
  role === 'StaticText' || (WHOLE.has(role) && labelled) ? [name] : children.flatMap(textsIn);

const holds = ({ children }: SpokenNode, name: string): boolean =>
  children.some((child) => child.name === name || holds(child, name));

/**
 * Words that are said twice: as parts of their own, or one directly after the other.
 * @param parts of a label between its commas, or the texts in an element
 */
export function doubledIn(parts: readonly string[]): string[] {
  const words = parts.map((part) => part.trim()).filter((part) => /\p{L}.|\d:\d/u.test(part));
  const again = words.filter((part, at) => words.indexOf(part) < at);
  const adjacent = [...parts.join(' ').matchAll(/((?=\P{N})[\p{L}\p{N}]{3,})\s*\1/gu)].map(
    ([, one = '']) => one,
  );
  return [...new Set([...again, ...adjacent.filter((one) => new Set(one).size > 1)])];
}

/** What it is said in: its label, or what stands in it. */
const partsOf = (node: SpokenNode): string[] =>
  node.labelled ? node.name.split(/[，。；、：]/u) : node.children.flatMap(textsIn);

function faultsOf(node: SpokenNode, above: readonly SpokenNode[]): string[] {
  const { role, name, labelled, children } = node;
  const what = `${role} "${name}"`;
  const faults: string[] = [];
  if (NAMED.has(role) && heard(name) === '') faults.push(`${role} without a name`);
  if (WHOLE.has(role) || labelled)
    faults.push(...doubledIn(partsOf(node)).map((words) => `${what} says ${words} twice`));
  if (WHOLE.has(role)) {
    const left = children.flatMap(textsIn).filter((text) => !heard(name).includes(heard(text)));
    faults.push(...left.map((text) => `${what} leaves out ${text}`));
    const outer = above.find((one) => WHOLE.has(one.role));
    if (outer !== undefined && ACTED.has(role))
      faults.push(`${what} lies within ${outer.role} "${outer.name}"`);
  }
  const group = GROUP_OF[role];
  if (group !== undefined && !above.some((one) => one.role === group))
    faults.push(`${what} is in no ${group}`);
  // A field's element repeats the label of the field in it.
  if (role === 'generic' && !holds(node, name)) faults.push(`"${name}" is the name of what has no role`);
  return [
    ...faults.map((fault) => `${fault} (${node.element})`),
    ...children.flatMap((child) => faultsOf(child, [...above, node])),
  ];
}

/** All that is said on a page, in its order. */
const saidBy = (node: SpokenNode): string[] =>
  WHOLE.has(node.role) ? [node.name] : [node.name, ...node.children.flatMap(saidBy)];

/** Runs in the page: each text that can be seen. */
function seenTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement, textContent } = node;
    const text = (textContent ?? '').trim();
    if (text === '' || parentElement === null || /STYLE|SCRIPT/.test(parentElement.tagName)) continue;
    const { x, y, width, height } = parentElement.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    if (!parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    // Something lies over it, as a card over what a swipe uncovers. Beyond the screen's edge nothing is found.
    const front = document.elementFromPoint(x + width / 2, y + height / 2);
    if (front !== null && !front.contains(parentElement) && !parentElement.contains(front)) continue;
    texts.push(text);
  }
  return texts;
}

async function readFaults(device: Device): Promise<string[]> {
  const frame = await device.frame();
  const seen = await frame.evaluate(seenTexts);
  const tree = await accessibilityTree(device);
  // What a count-down shows may be another text by now: only what stood there all the time had to be said.
  const still = new Set(await frame.evaluate(seenTexts));
  const said = heard(tree.flatMap(saidBy).join(' '));
  const lost = seen.filter((text) => still.has(text) && !said.includes(heard(text)));
  return [...tree.flatMap((node) => faultsOf(node, [])), ...lost.map((text) => `nothing says ${text}`)];
}

/** One line for each fault of what the top page says; empty when everything is said, and once. */
export async function spokenFaults(device: Device): Promise<string[]> {
  const faults = await readFaults(device);
  // What came or went while it was read is in one of the two and not in the other: a second reading has it in both.
  return faults.length === 0 ? [] : readFaults(device);
}
