// The layout tests of some scenes: on narrow and wide phones, dark and light, everything fits, can be hit and can be read.
import { faintTexts } from './contrast';
import { overflows } from './overflow';
import { released } from './journeys';
import type { Scene } from './scene';
import { smallTapAreas } from './tap-areas';
import { expectCalm, useWorld } from './world';

const NARROWEST = 320;
const WIDTHS = [NARROWEST, 390, 430];
const HEIGHT = 700;

/** Declares a test for each scene. */
export function testLayout(scenes: Readonly<Record<string, Scene>>): void {
  const world = useWorld();

  test.each(Object.entries(scenes))(
    'A8 %s',
    async (_, scene) => {
      const device = await scene(world, { width: NARROWEST, height: HEIGHT });
      await released(device);
      const faults: string[] = [];
      for (const theme of ['light', 'dark'] as const) {
        await device.setTheme(theme);
        for (const width of WIDTHS) {
          await device.page.setViewportSize({ width, height: HEIGHT });
          const found = [
            await overflows(device),
            await smallTapAreas(device),
            await faintTexts(device),
          ].flat();
          faults.push(...found.map((fault) => `${width} ${theme}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      await expectCalm(device);
    },
    90_000,
  );
}
