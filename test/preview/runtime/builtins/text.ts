// text: inline, keeps line breaks, decodes entities only when asked.
import { builtin } from './define';

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};
const SPACES: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

interface Rules {
  decode: boolean;
  space: string;
}

/** What is shown for a text under the component's rules. */
export function shownText(text: string, { decode, space }: Rules): string {
  const decoded = decode
    ? text.replace(/&(nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => ENTITIES[entity] ?? entity)
    : text;
  const wide = SPACES[space];
  return wide === undefined ? decoded : decoded.replace(/ /g, wide);
}

/** Rewrites the text nodes below an element, each new text once. */
class Rewriter {
  private readonly written = new WeakMap<Node, string>();
  private readonly observer: MutationObserver;

  constructor(
    private readonly element: HTMLElement,
    view: typeof globalThis,
    private readonly rules: () => Rules,
  ) {
    this.observer = new view.MutationObserver(() => this.run());
    this.observer.observe(element, { childList: true, subtree: true, characterData: true });
  }

  run(): void {
    const walker = this.element.ownerDocument.createTreeWalker(this.element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (this.written.get(node) === text) continue;
      const shown = shownText(text, this.rules());
      this.written.set(node, shown);
      if (shown !== text) node.nodeValue = shown;
    }
  }

  stop(): void {
    this.observer.disconnect();
  }
}

export function defineText(): void {
  builtin('text', {
    props: {
      selectable: Boolean,
      userSelect: Boolean,
      space: String,
      decode: Boolean,
      overflow: { type: String, value: 'visible' },
      maxLines: Number,
    },
    setup(host) {
      let rewriter: Rewriter | null = null;
      return {
        render({ selectable, userSelect, decode, space, maxLines, overflow }) {
          const { element } = host;
          element.style.userSelect = selectable || userSelect ? 'text' : '';
          element.toggleAttribute('keep-space', space !== '');
          element.toggleAttribute('clamped', maxLines > 0);
          element.style.setProperty('-webkit-line-clamp', maxLines > 0 ? String(maxLines) : '');
          element.style.textOverflow = overflow === 'ellipsis' || overflow === 'clip' ? overflow : '';
          if (decode || space !== '') rewriter ??= new Rewriter(element, host.window, () => host.props);
          rewriter?.run();
        },
        detached() {
          rewriter?.stop();
          rewriter = null;
        },
      };
    },
  });
}
