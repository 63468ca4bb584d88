// The program's own tests see what a phone would: nothing of the browser is there unless a page load asks for it.
import fs from 'node:fs';
import path from 'node:path';
import { page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();
const TESTS = path.resolve(__dirname, '..');

it('F4 a page load is strict unless it says otherwise', async () => {
  const shown = await small.open(
    page("Page({ data: { o: '' }, onLoad() { this.setData({ o: typeof document }) } })"),
  );
  await shown.says('undefined');
  expect(await shown.device.page.evaluate(() => globalThis.__preview.launch.strict)).toBe(true);
});

it('F4 no test of the program asks for less', () => {
  const lax = fs
    .readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('preview'))
    .filter((file) => /strict=0|strict:\s*false/.test(fs.readFileSync(path.join(TESTS, file), 'utf8')));
  expect(lax).toEqual([]);
});
