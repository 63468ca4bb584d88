// What one message costs in a conversation of N: bytes handed to the page's setData and processor time, compared with
// handing over the whole array (what other apps do) and the message alone (the least possible).
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { median, rounded } from '../figures';
import type { Figures, Measure } from '../figures';
import { appTime } from './cpu';
import { bytesOf, Ledger } from './data';
import { heapOf } from './heap';
import { checkPage } from './same';
import { BenchWorld } from './world';

const LENGTHS = [10, 100, 1_000, 10_000] as const;
const ARRIVALS = 200;
/** Fewer rounds for whole arrays of 10,000, because each takes tens of ms. */
const WHOLE_ARRIVALS = 20;

interface Told {
  world: BenchWorld;
  us: number[];
  /** Bytes of each message's row alone. */
  alone: number;
}

const mean = (total: number, count: number): number => total / count;

/** Calls everything once before measuring, because first calls are slow whatever N is. */
async function warmUp(): Promise<void> {
  const world = await BenchWorld.open(100);
  for (let count = 0; count < ARRIVALS * 2; count += 1) await world.arrive();
  world.close();
}

async function arrive(told: Told): Promise<void> {
  const { world, us } = told;
  world.enter();
  us.push(await appTime(async () => void (await world.arrive())));
  const row = world.rows.at(-1);
  if (row?.chat_message_id !== String(world.server.newest))
    throw new Error('a message did not reach the page');
  told.alone += bytesOf(row);
}

/** One page whose data holds all rows in one array, and one that appends: each message is one setData. */
async function others(count: number, row: MessageRow) {
  const row_of = (at: number) => ({ ...row, row_key: `m${at}`, chat_message_id: String(at) });
  const rows = Array.from({ length: count }, (_, at) => row_of(at));
  const [whole, alone] = [new Ledger(), new Ledger()];
  const [whole_us, alone_us]: [number[], number[]] = [[], []];
  const [whole_data, alone_data] = [{ rows: [...rows] }, { rows: [...rows] }];
  const arrivals = count > 1_000 ? WHOLE_ARRIVALS : ARRIVALS;
  for (let turn = 0; turn < arrivals; turn += 1) {
    const next = row_of(rows.length);
    rows.push(next);
    const path = `rows[${rows.length - 1}]`;
    whole_us.push(await appTime(async () => whole.take(whole_data, { rows })));
    alone_us.push(await appTime(async () => alone.take(alone_data, { [path]: next })));
  }
  return {
    whole_bytes: mean(whole.bytes, whole.calls),
    whole_us: median(whole_us),
    alone_us: median(alone_us),
  };
}

async function run(): Promise<Figures> {
  await warmUp();
  const figures: Figures = {};
  const all: Told[] = [];
  for (const count of LENGTHS) {
    const { made: world, mb } = await heapOf(() => BenchWorld.open(count));
    figures[`chat.heap_mb_${count}`] = rounded(mb, 2);
    all.push({ world, us: [], alone: 0 });
  }
  all.forEach(({ world }) => world.page.ledger.clear());
  // In turn, so that other load on the machine slows all of them equally.
  for (let turn = 0; turn < ARRIVALS; turn += 1) for (const told of all) await arrive(told);
  for (const { world, us, alone } of all) {
    const { count, page } = world;
    const row = world.rows.at(-1);
    if (row === undefined) throw new Error('no row');
    const bytes = mean(page.ledger.bytes, ARRIVALS);
    const other = await others(count, row);
    figures[`chat.setdata_bytes_${count}`] = rounded(bytes, 0);
    figures[`chat.message_bytes_${count}`] = rounded(mean(alone, ARRIVALS), 0);
    figures[`chat.whole_array_bytes_${count}`] = rounded(other.whole_bytes, 0);
    figures[`chat.setdata_ratio_${count}`] = rounded(bytes / mean(alone, ARRIVALS), 2);
    figures[`chat.cpu_us_${count}`] = rounded(median(us), 0);
    figures[`chat.whole_array_cpu_us_${count}`] = rounded(other.whole_us, 0);
    figures[`chat.message_cpu_us_${count}`] = rounded(other.alone_us, 0);
    world.enter();
    await checkPage(world);
  }
  const cpu = (count: number): number => figures[`chat.cpu_us_${count}`] ?? NaN;
  figures['chat.cpu_ratio_10000_vs_10'] = rounded(cpu(10_000) / cpu(10), 2);
  all.forEach(({ world }) => world.close());
  return figures;
}

const ratios = Object.fromEntries(LENGTHS.map((count) => [`chat.setdata_ratio_${count}`, 1.5]));
export const arrivals: Measure = {
  name: 'arrivals',
  run,
  limits: { ...ratios, 'chat.cpu_ratio_10000_vs_10': 2 },
};
