// rich-text: trusted tags and attributes only, from a string or from nodes.
import { asText } from '../engine/text';
import { builtin } from './define';
import { empty } from './templates';

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small ' +
    'span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'style class id align width height alt src span colspan rowspan start type dir size color face'.split(' '),
);

function clean(parent: DocumentFragment | Element): void {
  for (const child of [...parent.children]) {
    if (!TAGS.has(child.localName)) {
      child.remove();
      continue;
    }
    for (const { name } of [...child.attributes]) if (!ATTRIBUTES.has(name)) child.removeAttribute(name);
    clean(child);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function textOf(document: Document, text: unknown): Text {
  const reader = document.createElement('textarea');
  // Entities only: a textarea holds no elements.
  reader.innerHTML = asText(text);
  return document.createTextNode(reader.value);
}

function build(document: Document, nodes: unknown, into: Element): void {
  if (!Array.isArray(nodes)) return;
  for (const node of nodes) {
    if (!isRecord(node)) continue;
    if (node['type'] === 'text' || (node['name'] === undefined && node['text'] !== undefined)) {
      into.append(textOf(document, node['text']));
      continue;
    }
    const tag = String(node['name']).toLowerCase();
    if (!TAGS.has(tag)) continue;
    const element = document.createElement(tag);
    const attributes = isRecord(node['attrs']) ? node['attrs'] : {};
    for (const [name, value] of Object.entries(attributes))
      if (ATTRIBUTES.has(name)) element.setAttribute(name, String(value));
    build(document, node['children'], element);
    into.append(element);
  }
}

/** The DOM for `nodes`, without scripts, handlers or links. */
export function richContent(document: Document, nodes: unknown): HTMLElement {
  const root = document.createElement('div');
  if (typeof nodes === 'string') {
    const template = document.createElement('template');
    template.innerHTML = nodes;
    clean(template.content);
    root.append(template.content);
  } else build(document, nodes, root);
  return root;
}

export function defineRichText(): void {
  builtin('rich-text', {
    props: { nodes: { type: null, value: [] }, space: String, userSelect: Boolean },
    ignores: 'mode',
    template: empty,
    setup: (host) => ({
      changed: { nodes: (nodes) => host.element.replaceChildren(richContent(host.document, nodes)) },
      render: ({ userSelect, space }) => {
        host.element.style.userSelect = userSelect ? 'text' : '';
        host.element.toggleAttribute('keep-space', space !== '');
      },
    }),
  });
}
