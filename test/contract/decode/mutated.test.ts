// 20,000 spoilt replies: each becomes a value or a typed failure, never a crash, a hang or anything else.
// MUTATE_SEED=… plays one run again.
import { failureOf } from '../../../miniprogram/api/errors';
import { explain } from '../../../miniprogram/api/explain';
import { readEvent } from '../../../miniprogram/packages/member/api/events';
import { parseJson } from '../../../miniprogram/api/json';
import { decodeReply } from './exchange';
import { giants, mutate } from './mutate';
import { createPrng } from './prng';
import { recordedSamples, staffSamples } from './samples';
import type { Sample } from './samples';

const RUNS = 20_000;
const SEED = Number(process.env['MUTATE_SEED'] ?? 20_260_223);
const KINDS = ['http', 'api', 'decode', 'maintenance'];

let samples: Sample[] = [];
beforeAll(async () => {
  samples = [...recordedSamples(), ...(await staffSamples())];
}, 60_000);

/** `value`, or the kind of the typed failure; throws what is neither. */
async function outcomeOf(sample: Sample, text: string): Promise<string> {
  try {
    await decodeReply(sample.backend, sample.route, sample.schema, { status: sample.status, body: text });
    return 'value';
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined || !KINDS.includes(failure.kind)) throw error;
    const { title, text: sentence } = explain(failure);
    if (title === '' || /undefined|\[object|NaN/.test(title + sentence))
      throw new Error(`explained as ${title}`);
    return failure.kind;
  }
}

test(`B3 ${RUNS} spoilt replies, seed ${SEED}: values or typed failures`, async () => {
  const counts = new Map<string, number>();
  for (let run = 0; run < RUNS; run += 1) {
    // Each run has a seed of its own, so that one can be looked at alone.
    const prng = createPrng(SEED + run);
    const sample = prng.pick(samples);
    const text = mutate(prng, sample.text);
    const outcome = await outcomeOf(sample, text).catch((error: unknown) => {
      const at = `seed ${SEED + run}, ${sample.route.method} ${sample.route.path}: ${text.slice(0, 300)}`;
      throw new Error(`${error instanceof Error ? error.message : String(error)} at ${at}`);
    });
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  // Both outcomes must be frequent, or the test would show nothing about one of them.
  expect(counts.get('value')).toBeGreaterThan(RUNS / 10);
  expect(counts.get('decode')).toBeGreaterThan(RUNS / 10);
  expect(counts.get('api')).toBeGreaterThan(RUNS / 100);
}, 60_000);

test('B3 the same seed spoils the same way', () => {
  const spoil = () =>
    Array.from({ length: 200 }, (_, at) => mutate(createPrng(at), samples[0]?.text ?? '{}'));
  expect(spoil()).toEqual(spoil());
});

test('B3 giants: 10 MB, a million levels', async () => {
  const list = samples.find(({ route }) => route.path === '/backpack');
  if (list === undefined) throw new Error('no recorded list');
  for (const { name, text } of giants(list.text)) {
    const started = Date.now();
    expect([name, await outcomeOf(list, text)]).toEqual([name, expect.stringMatching(/value|decode|http/)]);
    expect(Date.now() - started).toBeLessThan(10_000);
  }
}, 60_000);

test('B3 spoilt events: events or typed failures', () => {
  const payload = JSON.stringify({
    session_id: '1',
    message: {
      chat_message_id: 7,
      sender_type: 'admin',
      message_type: 'image',
      content: 'x',
      metadata: { a: 1 },
    },
    messages: [{ chat_message_id: '8', customer_service_session_id: 1, sender_type: 'user' }],
  });
  let fine = 0;
  for (let run = 0; run < 5000; run += 1) {
    const prng = createPrng(SEED + run);
    const name = prng.pick(['new_message', 'session_closed', 'offline_messages', 'session_update']);
    const text = mutate(prng, payload);
    let parsed: unknown = text;
    try {
      parsed = parseJson(text);
    } catch {
      // The socket's parser refuses what is no JSON; here the text is decoded all the same.
    }
    const read = readEvent(name, parsed);
    fine += read.ok ? 1 : 0;
    if (!read.ok) expect(read.failure.kind).toBe('decode');
  }
  expect(fine).toBeGreaterThan(500);
  expect(fine).toBeLessThan(4500);
});
