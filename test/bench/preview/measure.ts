// What the preview itself costs: a page of 2,000 icons, beside an empty page in the same program, and the building of this
// project from nothing, beside the mere compiling of its scripts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { list } from '../../wechat/pack/project';
import { startPreview } from '../../preview';
import { Builder } from '../../preview/build/builder';
import { NpmPackages } from '../../preview/build/npm';
import { launchBrowser, openPreview } from '../../preview/playwright';
import { rounded } from '../figures';
import type { Figures, Measure } from '../figures';
import { Phone } from '../interaction/phones';

const TOP = path.resolve(__dirname, '../../..');
const ROUNDS = 3;

const npm = (): NpmPackages =>
  new NpmPackages({ folders: [path.join(TOP, 'node_modules')], dependencies: null });

/** The best of some: whatever else the machine does makes it only slower. */
async function best(measured: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await measured());
  return Math.min(...all);
}

async function icons(): Promise<Figures> {
  const preview = await startPreview({
    root: path.join(__dirname, 'program'),
    npm: npm(),
    deterministic: true,
    log: () => undefined,
  });
  const browser = await launchBrowser();
  try {
    const phone = await Phone.of(await openPreview(browser, preview.url));
    const opened = async (url: string, text: string): Promise<number> => {
      const ms = await phone.open(url, text);
      await phone.back();
      return ms;
    };
    const empty_ms = await best(() => opened('/pages/empty/empty', '空'));
    const icons_ms = await best(() => opened('/pages/icons/icons', '图标'));
    return {
      'preview.icons_2000_ms': rounded(icons_ms, 0),
      'preview.icons_2000_ratio': rounded(icons_ms / empty_ms, 1),
    };
  } finally {
    await browser.close();
    await preview.close();
  }
}

async function build(): Promise<Figures> {
  const root = path.join(TOP, 'miniprogram');
  const scripts = list(root, '')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  const compile_ms = await best(async () => {
    const began = performance.now();
    await Promise.all(scripts.map((script) => transform(script, { loader: 'ts', sourcemap: true })));
    return performance.now() - began;
  });
  const build_ms = await best(async () => {
    const { durationMs } = await new Builder({ root, appId: 'wx1', npm: npm() }).build();
    return durationMs;
  });
  return {
    'preview.cold_build_ms': rounded(build_ms, 0),
    'preview.cold_build_ratio': rounded(build_ms / compile_ms, 1),
  };
}

export const preview: Measure = {
  name: 'preview',
  run: async () => ({ ...(await icons()), ...(await build()) }),
  limits: { 'preview.icons_2000_ms': 5_000, 'preview.cold_build_ms': 3_000 },
};
