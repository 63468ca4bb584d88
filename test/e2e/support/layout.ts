// The layout tests of some scenes: on narrow and wide phones, dark and light, everything fits, can be hit, can be read and
// is said to who does not see it.
import { STILL, type Device } from '../../preview/playwright';
import { faintTexts } from './contrast';
import { glares } from './dark';
import { overflows } from './overflow';
import { released } from './journeys';
import type { Scene } from './scene';
import { spokenFaults } from './spoken';
import { smallTapAreas } from './tap-areas';
import { expectCalm, useWorld } from './world';

const NARROWEST = 320;
const HEIGHT = 700;

const CHECKS = [overflows, smallTapAreas, faintTexts];

interface Look {
  width: number;
  height?: number;
  theme: 'light' | 'dark';
  /** The reader's size of text, as a factor of the normal one. */
  text?: number;
}

/**
 * Looks to try one after another on the same phone, beginning with the one it is opened in, in an order that changes
 * little from one to the next.
 */
const LOOKS: readonly Look[] = [
  { width: NARROWEST, theme: 'light' },
  { width: 390, theme: 'light' },
  { width: 430, theme: 'light' },
  { width: 430, theme: 'dark' },
  { width: 390, theme: 'dark' },
  { width: NARROWEST, theme: 'dark' },
  // A tablet, or WeChat on a computer.
  { width: 1024, height: 768, theme: 'dark' },
  // A phone that lies on its side.
  { width: 844, height: 390, theme: 'dark' },
  { width: 390, theme: 'light', text: 1.3 },
];

/** Shows the top page in a look, which it has with its next frame. */
async function wear(device: Device, look: Look, before: Look): Promise<void> {
  const { width, height = HEIGHT, theme, text = 1 } = look;
  if (text !== (before.text ?? 1))
    await device.page.evaluate((factor) => globalThis.__host?.setTextSize(factor), text);
  if (width !== before.width) await device.page.setViewportSize({ width, height });
  if (theme !== before.theme) await device.setTheme(theme);
}

/** What the checks say of the top page when nothing moves any more, in one call. */
export async function ask(device: Device, theme: 'light' | 'dark' = 'light'): Promise<string[]> {
  const calls = [...CHECKS, ...(theme === 'dark' ? [glares] : [])].map((check) => `(${check.toString()})()`);
  // At once before: what the program sends again by itself begins a transition at any moment.
  return (await device.frame()).evaluate<string[]>(`${STILL}.then(() => [${calls.join(',')}].flat())`);
}

/**
 * Declares a test for each scene.
 * @param isMeasured a scene that is as another in its measures is only heard
 */
export function testLayout(
  scenes: Readonly<Record<string, Scene>>,
  isMeasured: (name: string) => boolean = () => true,
): void {
  const world = useWorld();
  const all = Object.entries(scenes);

  const opened = async (scene: Scene): Promise<Device> => {
    const device = await scene(world, { width: NARROWEST, height: HEIGHT });
    await released(device);
    await device.still();
    return device;
  };

  test.each(all.filter(([name]) => isMeasured(name)))(
    'J6 J7 A8 I10 %s',
    async (_, scene) => {
      const device = await opened(scene);
      const faults = await spokenFaults(device);
      let shown: Look = { width: NARROWEST, theme: 'light' };
      for (const look of LOOKS) {
        await wear(device, look, shown);
        shown = look;
        const { width, theme, text = 1 } = look;
        const said = [width, theme, ...(text === 1 ? [] : [`text × ${text}`])].join(' ');
        faults.push(...(await ask(device, theme)).map((fault) => `${said}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await expectCalm(device);
    },
    90_000,
  );

  const heard = all.filter(([name]) => !isMeasured(name));
  if (heard.length === 0) return;
  test.each(heard)(
    'J6 %s',
    async (_, scene) => {
      const device = await opened(scene);
      expect(await spokenFaults(device)).toEqual([]);
      await expectCalm(device);
    },
    60_000,
  );
}
