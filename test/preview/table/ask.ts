// Asks a running host for what it has.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPreview } from '../index';
import { launchBrowser, openPreview } from '../playwright';
import type { Inventory } from './table';

const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{"pages":["p"]}',
  'app.js': 'App({})',
  'p.js': 'Page({})',
  'p.wxml': '<view/>',
};

export async function askHost(): Promise<Inventory> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-table-'));
  for (const [file, text] of Object.entries(PROGRAM)) fs.writeFileSync(path.join(root, file), text);
  const preview = await startPreview({ root, log: () => undefined });
  const browser = await launchBrowser();
  try {
    const device = await openPreview(browser, preview.url);
    return await device.page.evaluate(() => {
      const host = globalThis.__host;
      if (!host?.wx) throw new Error('the host has not started');
      return { wx: host.wx(), builtins: host.builtins() };
    });
  } finally {
    await browser.close();
    await preview.close();
    fs.rmSync(root, { recursive: true });
  }
}
