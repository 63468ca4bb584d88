// A browser that several tests start at once on a new machine.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { madeWhole } from '../../preview/playwright/packed-chromium';

let folder: string;
let place: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'packed-'));
  place = path.join(folder, 'cache', 'browser');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Fills a folder in two steps; the second one is the caller's to make. */
function slowly(name: string): { fill: (into: string) => Promise<void>; goOn: () => void } {
  let goOn = (): void => undefined;
  const half = new Promise<void>((resolve) => (goOn = resolve));
  return {
    goOn,
    async fill(into) {
      writeFileSync(path.join(into, name), 'half');
      await half;
      writeFileSync(path.join(into, name), 'whole');
    },
  };
}

test('A1 a folder that two fill at once is there when it is whole, and is the first one’s', async () => {
  const [slow, fast] = [slowly('slow'), slowly('fast')];
  const both = [madeWhole(place, slow.fill), madeWhole(place, fast.fill)];
  expect(existsSync(place)).toBe(false);
  fast.goOn();
  await both[1];
  expect(readdirSync(place)).toEqual(['fast']);
  slow.goOn();
  await both[0];
  expect(readdirSync(place)).toEqual(['fast']);
  expect(readdirSync(path.dirname(place))).toEqual(['browser']);
});

test('A1 what could not be filled leaves nothing, and can be tried again', async () => {
  await expect(madeWhole(place, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(readdirSync(path.dirname(place))).toEqual([]);
  const { fill, goOn } = slowly('again');
  goOn();
  await madeWhole(place, fill);
  expect(readdirSync(place)).toEqual(['again']);
});

test('A1 what is there is not filled again', async () => {
  const { fill, goOn } = slowly('once');
  goOn();
  await madeWhole(place, fill);
  await madeWhole(place, () => Promise.reject(new Error('filled twice')));
  expect(readdirSync(place)).toEqual(['once']);
});
