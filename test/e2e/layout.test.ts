// Every page and main state on narrow and wide phones, dark and light: everything fits, can be hit and can be read.
import { faintTexts } from './support/contrast';
import { overflows } from './support/overflow';
import { scenes } from './support/scenes';
import { smallTapAreas } from './support/tap-areas';
import { expectCalm, startWorld } from './support/world';
import type { World } from './support/world';

const WIDTHS = [320, 390, 430];
const HEIGHT = 700;

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);
beforeEach(() => world.renew());
afterAll(() => world.close());
jest.setTimeout(90_000);

test.each(Object.entries(scenes))('A8 %s', async (_, scene) => {
  const device = await scene(world, { width: WIDTHS[0] ?? 0, height: HEIGHT });
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await device.page.setViewportSize({ width, height: HEIGHT });
    for (const theme of ['light', 'dark'] as const) {
      await device.setTheme(theme);
      const found = [await overflows(device), await smallTapAreas(device), await faintTexts(device)].flat();
      faults.push(...found.map((fault) => `${width} ${theme}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  await expectCalm(device);
});
