// What the server offers changes with each build: the scripts, their maps, the diagnostics.
import { createHash } from 'node:crypto';
import type { Builder, BuildResult } from '../build/builder';
import { scriptUrl } from '../build/packages';
import type { Output } from '../build/script/emit';
import { hostScript } from './host-script';
import type { HostScript } from './host-script';

const HOST_URL = '/@build/host.js';

export class ServerState {
  buildId = 0;
  last: BuildResult = { scripts: new Map(), diagnostics: [], durationMs: 0 };
  private byUrl = new Map<string, Output>();
  /** Encoded once, not for every page load. */
  private readonly encoded = new Map<string, Buffer>();
  private hash: string | null = null;
  private host: HostScript = { code: '', map: '{}' };

  constructor(private readonly builder: Builder) {}

  /** Builds the mini program, and the host where its sources changed. Rejects only when the host itself does not compile. */
  async rebuild(isHostChanged: boolean): Promise<BuildResult> {
    this.host = await hostScript(isHostChanged);
    this.last = await this.builder.build();
    this.byUrl = new Map([...this.last.scripts].map(([root, output]) => [scriptUrl(root), output]));
    this.encoded.clear();
    this.hash = null;
    this.buildId = Date.now();
    return this.last;
  }

  /** A generated script or its map by URL path; null when there is none. */
  script(url: string): Buffer | null {
    const known = this.encoded.get(url);
    if (known !== undefined) return known;
    const text = this.text(url);
    if (text === null) return null;
    const bytes = Buffer.from(text, 'utf8');
    this.encoded.set(url, bytes);
    return bytes;
  }

  /** UTF-8 bytes of each package's script, by root. */
  scriptBytes(): Record<string, number> {
    const roots = [...this.last.scripts.keys()];
    return Object.fromEntries(roots.map((root) => [root, this.script(scriptUrl(root))?.length ?? 0]));
  }

  /** Names the program's code: the same for the same scripts, whoever built them and when. */
  version(): string {
    this.hash ??= [...this.last.scripts.keys()]
      .reduce((hash, root) => hash.update(this.script(scriptUrl(root)) ?? ''), createHash('sha1'))
      .digest('hex');
    return this.hash;
  }

  private text(url: string): string | null {
    if (url === HOST_URL) return this.host.code;
    if (url === `${HOST_URL}.map`) return this.host.map;
    if (url.endsWith('.map')) {
      const output = this.byUrl.get(url.slice(0, -'.map'.length));
      return output === undefined ? null : JSON.stringify(output.map);
    }
    const output = this.byUrl.get(url);
    if (output !== undefined) return output.code;
    // Without a readable app.json there is no program; the page still loads, to show why.
    return url === scriptUrl('') ? '' : null;
  }

  map(url: string): unknown {
    return url === HOST_URL ? JSON.parse(this.host.map) : (this.byUrl.get(url)?.map ?? null);
  }
}
