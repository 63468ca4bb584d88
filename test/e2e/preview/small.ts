// Small programs of one page in one browser: a test writes the files, and reads what the page shows.
import fs from 'node:fs';
import path from 'node:path';
import { startPreview, type Preview } from '../../preview';
import { openPreview, type Device, type OpenOptions } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { Program, type Sources } from '../../unit/preview/support/program';

/** Where `pages/p/p` shows what came of it. */
export const OUT = '<view id="o">{{o}}</view>';

/** The files of a program with the one page `pages/p/p`, in JavaScript as it is written. */
export const page = (script: string, wxml = OUT, more: Sources = {}): Sources => ({
  'app.json': { pages: ['pages/p/p'] },
  'pages/p/p.js': script,
  'pages/p/p.wxml': wxml,
  ...more,
});

interface SmallOptions extends OpenOptions {
  /** Files that are no text, by their path. */
  base64?: Record<string, string>;
}

export class Small {
  private readonly open_ones: { device: Device; preview: Preview }[] = [];

  /** Opens a program that the test wrote; closed after the test. */
  async open(sources: Sources, { base64 = {}, ...options }: SmallOptions = {}): Promise<Shown> {
    const { root } = new Program(sources);
    for (const [file, text] of Object.entries(base64)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), Buffer.from(text, 'base64'));
    }
    const preview = await startPreview({ root, log: () => undefined });
    const device = await openPreview(await standingBrowser(), preview.url, options);
    this.open_ones.push({ device, preview });
    return new Shown(device);
  }

  async rest(): Promise<void> {
    for (const { device, preview } of this.open_ones.splice(0)) {
      await device.close();
      await preview.close();
    }
  }
}

/** For a file of tests: `const small = smallPrograms();` */
export function smallPrograms(): Small {
  const small = new Small();
  afterEach(() => small.rest());
  return small;
}

export class Shown {
  constructor(readonly device: Device) {}

  /** Waits until the page shows these words in `#o`. */
  async says(words: string): Promise<void> {
    const frame = await this.device.frame();
    const said = frame.locator('#o');
    await said
      .filter({ hasText: new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) })
      .waitFor()
      .catch(async () => expect((await said.innerText()).trim()).toBe(words));
  }

  /** Messages of the errors so far. */
  async errors(): Promise<string[]> {
    return this.device.page.evaluate(() => globalThis.__preview.errors.map(({ message }) => message));
  }

  /** What covers the top page; null when nothing does. */
  async fault(): Promise<string | null> {
    return this.device.page.evaluate(() => globalThis.__host?.pages().at(-1)?.fault?.message ?? null);
  }
}
