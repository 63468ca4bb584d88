// First renderings of pages (`initialRenderingCache`), kept in the browser's storage apart from the program's own.

const PREFIX = 'preview-rendering:';

/** What a page looks like before its logic has run. */
export interface Rendering {
  /** Of the page's body. */
  attributes: [name: string, value: string][];
  html: string;
  /** Sheets it needs: code path and scope of class names. */
  sheets: [path: string, scope: string][];
}

interface Kept extends Rendering {
  version: string;
  /** CSS px; lengths in rpx are resolved for it. */
  width: number;
  /** JSON of the data that it shows. */
  data: string;
}

export class RenderingStore {
  /** @param version names the program's code; renderings of another are dropped */
  constructor(
    private readonly storage: Storage,
    private readonly version: string,
  ) {}

  /** @param width of the window, in CSS px */
  get(route: string, width: number): Rendering | null {
    const kept = this.read(route);
    return kept?.width === width ? kept : null;
  }

  /** Whether the kept rendering is of this width and data. */
  shows(route: string, width: number, data: string): boolean {
    const kept = this.read(route);
    return kept?.width === width && kept.data === data;
  }

  /** Throws the browser's QuotaExceededError when there is no room. */
  set(route: string, width: number, data: string, rendering: Rendering): void {
    const kept: Kept = { version: this.version, width, data, ...rendering };
    this.storage.setItem(PREFIX + route, JSON.stringify(kept));
  }

  drop(route: string): void {
    this.storage.removeItem(PREFIX + route);
  }

  private read(route: string): Kept | null {
    const text = this.storage.getItem(PREFIX + route);
    const kept = text === null ? null : (JSON.parse(text) as Kept);
    if (kept === null || kept.version === this.version) return kept;
    this.drop(route);
    return null;
  }
}
