// I6: a bad row breaks only itself, in every list of both backends: the others decode, and it is counted.
import { missingRows } from '../../../miniprogram/api/rows';
import { V4_SCHEMAS } from './schemas';
import { decodeReply } from './exchange';
import { recordedSamples, staffSamples } from './samples';
import type { Sample } from './samples';
import { v4Routes } from '../../../miniprogram/api/v4/routes';
import { parseJson } from '../../../miniprogram/api/json';

/** Names under which lists of rows stand in a reply. */
const LISTS =
  /^(items|list|tasks|rows|sessions|messages|assets|timeline|records|date_?groups|this_?month_?records)$/i;

/** Replies in which a list of V4 is not among the recorded ones. */
const MADE: Sample[] = [
  {
    backend: 'v4',
    route: v4Routes('documented').timeline,
    schema: V4_SCHEMAS.timeline,
    status: 200,
    text: v4({
      ...{ tracking_code: 'T', item_name: '券', item_type: 'voucher', status: 'used' },
      timeline: [
        { time: null, event: 'mint' },
        { time: null, event: 'use' },
      ],
    }),
  },
  {
    backend: 'v4',
    route: v4Routes('documented').issues,
    schema: V4_SCHEMAS.issues,
    status: 200,
    text: v4({
      count: 2,
      rows: ['1', '2'].map((issue_id) => ({ issue_id, issue_type: 'x', status: 'open' })),
    }),
  },
  {
    backend: 'v4',
    route: v4Routes('documented').login_sessions,
    schema: V4_SCHEMAS.login_sessions,
    status: 200,
    text: v4({
      list: ['1', '2'].map((id) => ({ authentication_session_id: id, device_id: null, is_current: true })),
    }),
  },
];

function v4(data: unknown): string {
  return JSON.stringify({ success: true, code: 'SUCCESS', message: '', data });
}

type Fields = Record<string, unknown>;

/** The same reply with a broken row more in one list, for each list in it. */
function broken({ text }: Sample): { name: string; text: string }[] {
  const reply = parseJson(text) as Fields;
  const { data } = reply;
  const spoilt = (rows: unknown[]): unknown[] => [...rows.slice(0, 1), 7, ...rows.slice(1)];
  const isList = (value: unknown): value is unknown[] =>
    Array.isArray(value) && value.every((row) => typeof row === 'object');
  if (isList(data)) return [{ name: '$', text: JSON.stringify({ ...reply, data: spoilt(data) }) }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    LISTS.test(name) && isList(value)
      ? [{ name, text: JSON.stringify({ ...reply, data: { ...data, [name]: spoilt(value) } }) }]
      : [],
  );
}

test('I6 one bad row of each list of both backends leaves the others', async () => {
  const met = new Set<string>();
  for (const sample of [...MADE, ...recordedSamples(), ...(await staffSamples())]) {
    if (sample.status !== 200) continue;
    const { backend, route, schema } = sample;
    // A detail is decoded strictly: if a part of it is broken, so is the whole.
    if (/^\/(tasks|customers|coaches)\/:id$/.test(route.path)) continue;
    for (const { name, text } of broken(sample)) {
      const place = `${backend} ${route.path} ${name}`;
      const { data } = await decodeReply(backend, route, schema, { status: 200, body: text }).catch(
        (error: unknown) => {
          throw new Error(`${place}: ${String(error)}`);
        },
      );
      expect([place, missingRows(data)]).toEqual([place, 1]);
      met.add(`${backend} ${route.path}`);
    }
  }
  expect([...met].sort()).toEqual([
    'v4 /auth/sessions',
    'v4 /backpack',
    'v4 /backpack/items/:item_id/timeline',
    'v4 /system/chat/issues',
    'v4 /system/chat/sessions',
    'v4 /system/chat/sessions/:id/messages',
    'xcx /board/coaches',
    'xcx /board/customers',
    'xcx /board/finance',
    'xcx /chat/history',
    'xcx /config/skill-types',
    'xcx /customers/:id/records',
    'xcx /notes',
    'xcx /performance',
    'xcx /performance/records',
    'xcx /tasks',
  ]);
});
