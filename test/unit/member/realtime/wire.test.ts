// What a wire tells that fails.
import { settle } from '../../../support/fake-time';
import { wired } from './wired';

test('a frame that cannot be sent ends the connection at once', async () => {
  const { connection, heard, closes, open, refuse, gone } = wired();
  await open();
  refuse();
  connection.probe();
  await settle();
  expect([heard.filter((word) => word === 'lost').length, closes.length]).toEqual([1, 1]);
  await gone();
  expect(heard.slice(-2)).toEqual(['lost', 'closed']);
});

test('one that could not be sent after the connection was closed says nothing', async () => {
  const { connection, heard, open, refuse } = wired();
  await open();
  heard.length = 0;
  refuse();
  connection.close();
  await settle();
  expect(heard).toEqual([]);
});

test('frames of one moment are each sent once', async () => {
  const { connection, sent, open } = wired();
  await open();
  const before = sent.length;
  connection.probe();
  connection.close();
  await settle();
  const frames = sent.slice(before);
  expect(frames.length).toBeGreaterThan(1);
  expect(new Set(frames).size).toBe(frames.length);
});
