// Draws `art/*.svg` to `items/*.png` (pages show PNG: every base library can). `tsx test/backend/static/draw.ts`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../preview/playwright';

const SIZE_PX = 240;

async function main(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: SIZE_PX, height: SIZE_PX } });
  const art = join(__dirname, 'art');
  for (const name of readdirSync(art).filter((file) => file.endsWith('.svg'))) {
    const svg = readFileSync(join(art, name), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({ path: join(__dirname, 'items', name.replace('.svg', '.png')) });
  }
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
