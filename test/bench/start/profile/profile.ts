// Where the time of a start goes: a CPU profile of the warm backpack until its first content, as a file for DevTools, and
// by room as a table, beside what the empty page spends there.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../load';
import { EMPTY, scenes } from '../scenes';
import type { Scene } from '../scenes';
import type { Stage } from '../stage';
import { roomOf, sums, Timeline } from './rooms';
import type { Sample, Sum } from './rooms';
import { CONTENT_MARK, readTrace } from '../trace';
import { ownThread, samplesOf, Sources } from './samples';

const SCENE = 'backpack_warm';
/** Between two samples, µs: finer ones would cost what they measure. */
const INTERVAL_US = 500;
const CATEGORIES = [
  'devtools.timeline',
  'v8',
  'blink',
  'disabled-by-default-v8.compile',
  'blink.user_timing',
];
const FOLDER = path.resolve(__dirname, '../../../.cache');
const MOST = 25;

interface Recorded {
  file: string;
  rooms: Sum[];
  functions: Sum[];
}

async function record(stage: Stage, scene: Scene): Promise<Recorded> {
  const place = stage.placeOf(scene);
  const { device, devtools } = await load(place, scene, {
    async before(session, page) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: INTERVAL_US });
      await place.browser.startTracing(page, { categories: CATEGORIES });
      await session.send('Profiler.start');
    },
  });
  const { profile } = await devtools.send('Profiler.stop');
  const events = readTrace(await place.browser.stopTracing());
  await device.close();
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `start-${scene.name}.cpuprofile`);
  writeFileSync(file, JSON.stringify(profile));
  const { stretches, marked } = ownThread(events, CONTENT_MARK);
  const timeline = new Timeline(stretches);
  const samples = (await samplesOf(profile, new Sources(), marked)).filter(({ file }) => file !== '(idle)');
  const place_of = ({ file, name }: Sample): string => `${file} ${name}`;
  return {
    file,
    rooms: sums(samples, (sample) => roomOf(timeline, sample)),
    functions: sums(
      samples.filter(({ at, file }) => timeline.at(at) === undefined && !file.startsWith('(')),
      place_of,
    ),
  };
}

function table(title: string, rows: readonly Sum[], all_ms: number): string {
  const lines = rows
    .slice(0, MOST)
    .map(
      ({ name, ms }) =>
        `${ms.toFixed(0).padStart(6)} ${((ms / all_ms) * 100).toFixed(1).padStart(5)} %  ${name}`,
    );
  return [title, ...lines].join('\n');
}

const total = (sums: readonly Sum[]): number => sums.reduce((sum, { ms }) => sum + ms, 0);

/** Each room with what the empty page spends in it. */
const besideOf = (rooms: readonly Sum[], empty: readonly Sum[]): Sum[] =>
  rooms.map(({ name, ms }) => {
    const other = empty.find((room) => room.name === name)?.ms ?? 0;
    return { name: `${name} (${other.toFixed(0)} of it on the empty page)`, ms };
  });

/** Records one start and prints it; times are those of the slowed-down processor. */
export async function profile(stage: Stage): Promise<void> {
  const scene = scenes.find(({ name }) => name === SCENE);
  if (scene === undefined) throw new Error(`no scene ${SCENE}`);
  for (const one of [EMPTY, scene]) await (await load(stage.placeOf(one), one)).device.close();
  const empty = await record(stage, EMPTY);
  const { file, rooms, functions } = await record(stage, scene);
  const all_ms = total(rooms);
  console.log(`${file}\n${SCENE}: ${all_ms.toFixed(0)} ms of work until the first content`);
  console.log(`the empty page: ${total(empty.rooms).toFixed(0)} ms`);
  console.log(table('\nms by room', besideOf(rooms, empty.rooms), all_ms));
  console.log(table('\nms by function, the browser apart', functions, all_ms));
}
