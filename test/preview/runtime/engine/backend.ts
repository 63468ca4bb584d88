// glass-easel's DOM backend for one page: nodes are made in the page's own iframe, by code that runs in the host's
// window.
import { kebab } from './text';
import { builtinAt } from '../builtins/handle';
import type { Theme } from '../ports/values';
import { componentSpace, CurrentWindowBackendContext, componentApi, type DomBackend } from './engine';
import { PageSheets } from './sheets';
import { domTag } from './tags';
import type { TreeElement } from './types';

export interface BackendPorts {
  cssOf(path: string): string | undefined;
  isBuiltin(tag: string): boolean;
  theme(): Theme;
  /** Of the normal size. */
  textZoom(): number;
  /** A tag that is neither built-in nor a registered component. */
  unknownTag(tag: string, owner: string): void;
}

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Intersection {
  intersectionRatio: number;
  boundingClientRect: Rect;
  intersectionRect: Rect;
  relativeRect: Rect | null;
  time: number;
}
type MediaQuery = Partial<
  Record<'minWidth' | 'maxWidth' | 'width' | 'minHeight' | 'maxHeight' | 'height', number>
> & {
  orientation?: string;
};

export class PageBackend extends CurrentWindowBackendContext {
  override document: DomBackend['document'];
  readonly sheets: PageSheets;

  constructor(
    readonly view: Window & typeof globalThis,
    private readonly ports: BackendPorts,
  ) {
    super();
    const page = view.document;
    this.sheets = new PageSheets(
      view,
      (path) => ports.cssOf(path),
      () => ports.theme(),
      () => ports.textZoom(),
    );
    this.document = {
      createElement: (tag) => page.createElement(domTag(tag, (name) => ports.isBuiltin(name))),
      createTextNode: (text) => page.createTextNode(text),
      createDocumentFragment: () => page.createDocumentFragment(),
    };
  }

  getWindowWidth(): number {
    return this.view.innerWidth;
  }

  getWindowHeight(): number {
    return this.view.innerHeight;
  }

  getDevicePixelRatio(): number {
    return this.view.devicePixelRatio;
  }

  getRootNode(): HTMLElement {
    return this.view.document.body;
  }

  render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null), 0);
  }

  associateValue(element: HTMLElement & { __wxElement?: TreeElement }, value: TreeElement): void {
    element.__wxElement = value;
    if (componentApi.isComponent(value)) {
      if (value.is !== '' && !value.is.startsWith('wx/')) element.setAttribute('is', value.is);
    } else if (value.is !== 'body' && !value.is.startsWith('h-')) {
      this.ports.unknownTag(value.is, value.ownerShadowRoot?.getHostNode().is ?? '');
    }
  }

  appendStyleSheetPath(path: string, scope?: number): number {
    const name = scope === undefined ? '' : (componentSpace.styleScopeManager.queryName(scope) ?? '');
    return this.sheets.add(path, name) ? 0 : -1;
  }

  disableStyleSheet(): void {
    // Sheets stay for the life of a page: a component may be created again at any moment.
  }

  setListenerStats(): void {
    // Events come through one bridge per document, not through listeners on nodes.
  }

  setModelBindingStat(): void {
    // model: works on components; a native node of a template never holds a value.
  }

  createIntersectionObserver(
    target: Element,
    relative: Element | null,
    margin: string,
    thresholds: number[],
    listener: (status: Intersection) => void,
  ): { disconnect(): void } {
    const observer = new this.view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          listener({
            intersectionRatio: entry.intersectionRatio,
            boundingClientRect: entry.boundingClientRect.toJSON() as Rect,
            intersectionRect: entry.intersectionRect.toJSON() as Rect,
            relativeRect: (entry.rootBounds?.toJSON() as Rect | undefined) ?? null,
            time: entry.time,
          });
        }
      },
      // The page's own document is the viewport; without a root it would be the device frame.
      { root: relative ?? this.view.document, rootMargin: margin, threshold: thresholds },
    );
    observer.observe(target);
    return { disconnect: () => observer.disconnect() };
  }

  createMediaQueryObserver(
    query: MediaQuery,
    listener: (result: { matches: boolean }) => void,
  ): { disconnect(): void } {
    const list = this.view.matchMedia(mediaText(query));
    const tell = (): void => listener({ matches: list.matches });
    list.addEventListener('change', tell);
    tell();
    return { disconnect: () => list.removeEventListener('change', tell) };
  }

  getScrollOffset(element: HTMLElement, done: (offset: Record<string, number>) => void): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = scrollerOf(element);
    done({ scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
}

/** The element that really scrolls for a node of the tree. */
export function scrollerOf(element: HTMLElement): Element {
  if (element.tagName === 'BODY') return element.ownerDocument.documentElement;
  return builtinAt(element)?.hooks.scroller ?? element;
}

function mediaText({ orientation, ...lengths }: MediaQuery): string {
  const terms = Object.entries(lengths).map(([name, px]) => `(${kebab(name)}:${px}px)`);
  if (orientation) terms.push(`(orientation:${orientation})`);
  return terms.join(' and ');
}
