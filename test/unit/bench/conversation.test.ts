// The bench's own helpers: bytes are those that cross, paths go where they say, and a page that differs is found out.
import { bytesOf, Ledger, put } from '../../bench/conversation/data';
import { checkPage, requireSame } from '../../bench/conversation/same';
import { CountedStorage } from '../../bench/conversation/storage';
import { BenchWorld } from '../../bench/conversation/world';
import { blankRow } from '../../../miniprogram/packages/member/format/message-row';

test('C2 bytes are those of the JSON in UTF-8', () => {
  expect(bytesOf({ a: '券' })).toBe('{"a":"'.length + 3 + '"}'.length);
  const ledger = new Ledger();
  const data = { chunks: [{ rows: [{ text: 'a' }] }] };
  ledger.take(data, { 'chunks[0].rows[0].text': '券' });
  expect([ledger.calls, ledger.bytes]).toEqual([1, '{"chunks[0].rows[0].text":""}'.length + 3]);
  expect(data.chunks[0]?.rows[0]?.text).toBe('券');
  expect(() => put(data, 'chunks[7].rows[0].text', 'b')).toThrow('nothing at');
});

test('C2 a list that lacks, repeats or changes a row is not the snapshot', () => {
  const rows = ['1', '2', '3'].map((key) => blankRow(key, 'text'));
  expect(() => requireSame(rows, [...rows])).not.toThrow();
  expect(() => requireSame(rows.slice(1), rows)).toThrow('2 rows for 3, the first other one at 0');
  const changed = rows.map((row, at) => (at === 2 ? { ...row, text: 'x' } : row));
  expect(() => requireSame(changed, rows)).toThrow('the first other one at 2');
});

test('C2 the real page is measured, and one wrong word in its data fails the bench', async () => {
  const world = await BenchWorld.open(100);
  await world.arrive();
  expect(world.rows.at(-1)).toMatchObject({ chat_message_id: '101', kind: 'text' });
  expect(world.rows.length).toBeLessThanOrEqual(60);
  const chunk = world.page.data.chunks.find(({ rows }) => rows.length > 1);
  const row = chunk?.rows[0];
  if (row === undefined) throw new Error('no row');
  row.text = 'x';
  await expect(checkPage(world)).rejects.toThrow('the page differs from the snapshot');
  world.close();
});

test('C2 a message that the page does not have fails the bench', async () => {
  const world = await BenchWorld.open(30);
  world.server.say();
  await expect(checkPage(world)).rejects.toThrow("the page's newest message is 30, the server's 31");
  world.close();
});

test('H1 what the app writes and what it removes is counted, what it reads is not', () => {
  const storage = new CountedStorage();
  storage.port.set('a', '1');
  expect(storage.port.get('a')).toBe('1');
  storage.port.remove('a');
  expect(storage.port.keys()).toEqual([]);
  expect(storage.writes).toBe(2);
});
