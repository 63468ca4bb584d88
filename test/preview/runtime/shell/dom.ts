// A short way to build the host's own DOM: tag and classes, properties, children.

type Child = Node | string | null;

export interface Properties {
  text?: string;
  role?: string;
  label?: string;
  title?: string;
  hidden?: boolean;
  style?: string;
  onTap?: (event: MouseEvent) => void;
  data?: Readonly<Record<string, string>>;
}

/**
 * Build an element.
 * @param what tag and classes as in CSS: `button.tab.on`
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  what: K | `${K}.${string}`,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = what.split('.');
  const made = document.createElement(tag as K);
  if (classes.length > 0) made.className = classes.join(' ');
  if (properties.text !== undefined) made.textContent = properties.text;
  if (properties.role !== undefined) made.setAttribute('role', properties.role);
  if (properties.label !== undefined) made.setAttribute('aria-label', properties.label);
  if (properties.title !== undefined) made.title = properties.title;
  if (properties.hidden !== undefined) made.hidden = properties.hidden;
  if (properties.style !== undefined) made.setAttribute('style', properties.style);
  if (properties.onTap) made.addEventListener('click', (event) => properties.onTap?.(event as MouseEvent));
  Object.assign(made.dataset, properties.data);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A style sheet of the host's own document. */
export function addStyle(css: string, into: Document = document): void {
  const style = into.createElement('style');
  style.textContent = css;
  into.head.append(style);
}
