// `npm run shots`: a picture of every page and state into `test/e2e/shots/`, to be looked at. `-- --readme` makes the
// six small ones of the README instead; `-- backpack` draws only the scenes whose name holds that word.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { OpenOptions } from '../preview/playwright';
import { released } from './support/journeys';
import { scenes } from './support/scenes';
import type { Scene } from './support/scene';
import { launchBrowser } from '../preview/playwright';
import { startWorld } from './stand';
import type { World } from './stand';

interface Shot {
  name: string;
  scene: Scene;
  options: OpenOptions;
}

const root = path.resolve(__dirname, '../..');
const PHONE = { width: 390, height: 844 };
/** Drawn again on small and large phones. */
const WIDE_AND_NARROW = [
  'backpack long names',
  'sign-in wrong code',
  'item long name',
  'item maintenance',
  'redeem long name',
  'me signed in',
  'me both',
  'me stores',
  'missing page',
  'apply wrong',
  'entrance rejected',
  'chat long names',
  'tickets long names',
  'ticket long names',
  'conversation long texts',
  'task long texts',
  'task note sheet',
  'tasks content',
  'tasks long names',
  'tasks abandon',
  'performance deployed',
  'records content',
  'assistant list long',
  'assistant writing',
  'assistant everything',
  'customers searched',
  'customer long texts',
  'services content',
  'boards coaches',
  'boards customers',
  'boards finance',
  'boards figure',
];
/** Drawn again in the dark. */
const DARK = [
  'assistant list',
  'assistant writing',
  'assistant everything',
  'assistant cut',
  'boards coaches',
  'boards customers',
  'boards finance',
  'boards figure',
  'boards ring',
  'backpack signed out',
  'backpack content',
  'backpack cached',
  'sign-in wrong code',
  'item available',
  'item used',
  'item maintenance',
  'redeem code',
  'redeem used',
  'me signed in',
  'me both',
  'me staff',
  'me stores',
  'me looks',
  'missing page',
  'apply wrong',
  'entrance pending',
  'entrance rejected',
  'entrance disabled',
  'entrance approved',
  'chat content',
  'chat cached',
  'chat offline',
  'tickets content',
  'tickets not offered',
  'ticket resolved',
  'conversation content',
  'conversation failed sends',
  'conversation closed',
  'task content',
  'task foot',
  'task note deleted',
  'task note sheet',
  'notes content',
  'tasks skeleton',
  'tasks content',
  'tasks empty',
  'tasks error',
  'tasks stale',
  'tasks swiped',
  'tasks abandon',
  'tasks refused',
  'performance deployed',
  'performance blank',
  'records content',
  'records empty',
  'customers searched',
  'customer content',
  'customer foot',
  'services content',
];
const README = [
  ...['backpack content', 'redeem code', 'conversation content'],
  ...['tasks content', 'boards finance', 'assistant writing'],
];

function sceneNamed(name: string): Scene {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`No such scene: ${name}`);
  return scene;
}

function allShots(): Shot[] {
  const again = (names: string[], suffix: string, options: OpenOptions): Shot[] =>
    names.map((name) => ({
      name: `${name} ${suffix}`,
      scene: sceneNamed(name),
      options: { ...PHONE, ...options },
    }));
  return [
    ...Object.entries(scenes).map(([name, scene]) => ({ name, scene, options: PHONE })),
    ...again(DARK, 'dark', { dark: true }),
    ...again(WIDE_AND_NARROW, '320', { width: 320, height: 568 }),
    ...again(WIDE_AND_NARROW, '430', { width: 430, height: 932 }),
  ];
}

async function draw(world: World, { name, scene, options }: Shot, folder: string): Promise<void> {
  await world.renew();
  const device = await scene(world, options);
  const frame = await device.frame();
  // Pictures and fonts that are on their way.
  await frame.evaluate(async () => {
    await Promise.all([document.fonts.ready, window.top?.document.fonts.ready]);
    await Promise.all(
      [...document.images]
        .filter(({ loading }) => loading !== 'lazy')
        .map((image) => image.decode().catch(() => undefined)),
    );
  });
  await released(device);
  await device.screenshot('device', path.join(folder, `${name.replaceAll(' ', '-')}.png`));
}

/** Several backends and phones at once: a scene waits for answers most of its time. */
async function drawAll(shots: Shot[], folder: string): Promise<void> {
  const queue = [...shots];
  const browser = await launchBrowser();
  const worker = async (): Promise<void> => {
    const world = await startWorld(browser, 'documented');
    try {
      for (let shot = queue.shift(); shot; shot = queue.shift()) await draw(world, shot, folder);
    } finally {
      await world.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(2, shots.length) }, worker));
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const readme = words.includes('--readme');
  const folder = path.join(root, readme ? 'docs/pictures' : 'test/e2e/shots');
  const shots = readme
    ? README.map((name) => ({ name, scene: sceneNamed(name), options: PHONE }))
    : allShots().filter(({ name }) => words.every((word) => name.includes(word)));
  if (words.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await drawAll(shots, folder);
  process.stdout.write(`${shots.length} pictures in ${path.relative(root, folder)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
