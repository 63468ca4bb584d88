// The table in the host's README equals the one made from a running host.
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../support/until';
import { askHost } from '../../preview/table/ask';
import { tableOf, withTable } from '../../preview/table/table';
import { Program } from '../../unit/preview/support/program';
import { page } from './small';
import { startStand, type Stand } from './support';

const README = path.join(__dirname, '../../preview/README.md');
const WXML =
  '<video danmu-btn="{{true}}"/><video danmu-btn="{{true}}"/><video show-progress="{{false}}" danmu-list=""/><map/><map/>';
let stand: Stand;

beforeAll(async () => {
  stand = await startStand(new Program(page('Page({})', WXML)).root);
});
afterAll(() => stand.close());

it('F3 the README lists what the host has; when it does not: npx tsx test/preview/table/main.ts', async () => {
  const readme = fs.readFileSync(README, 'utf8');
  expect(readme).toBe(withTable(readme, tableOf(await askHost())));
});

it('F3 what is absent is no member of wx and wx.canIUse says no; a stand-in says once that it is one', async () => {
  const program = await stand.open();
  const { wrong, standIns } = await program.page.evaluate(() => {
    const wx = globalThis.__preview.host.scope()['wx'] as Record<string, unknown> & {
      canIUse(name: string): boolean;
    };
    const kinds = Object.entries(globalThis.__host?.wx?.() ?? {});
    const named = (of: (kind: string) => boolean): string[] =>
      kinds.filter(([, kind]) => of(kind)).map(([name]) => name);
    const told = named((kind) => kind !== 'absent' && kind !== 'done');
    for (const name of [...told, ...told]) void wx[name];
    const absent = named((kind) => kind === 'absent');
    return { wrong: absent.filter((name) => name in wx || wx.canIUse(name)), standIns: told };
  });
  expect(wrong).toEqual([]);
  expect(standIns.length).toBeGreaterThan(100);
  const times = (name: string) => program.messages.filter((line) => line.includes(`wx.${name}: `)).length;
  await until(() => standIns.every((name) => times(name) > 0));
  expect(standIns.filter((name) => times(name) !== 1)).toEqual([]);
});

it('F3 a built-in that stands in and a property that is ignored say so once, when a program has them', async () => {
  const program = await stand.open();
  const said = () => program.messages.filter((line) => line.includes('[preview] <'));
  await until(() => said().length >= 3);
  expect(said()).toEqual([
    'info [preview] <video danmu-btn>: is ignored',
    'info [preview] <video show-progress>: is ignored',
    'info [preview] <map>: only stands in for what a phone shows',
  ]);
});
