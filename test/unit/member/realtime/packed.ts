// The app's realtime code as a phone runs it: compiled, with the packed npm modules, in the bare engine.
import { transform } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as gate from '../../../../miniprogram/api/gate';
import * as refresh from '../../../../miniprogram/api/v4/refresh';
import * as mobx from 'mobx-miniprogram';
import * as channel from '../../../../miniprogram/packages/member/realtime/channel';
import * as transport from '../../../../miniprogram/packages/member/realtime/transport';
import { computePack } from '../../../wechat/pack/pack';
import { Sandbox } from '../../../wechat/sandbox/sandbox';

/** How long loading may take, ms: packing takes a minute when the machine is busy. */
export const LOADING_MS = 180_000;

/** What the tests use of the code under test, from one engine. */
export interface Realtime {
  createChannel: typeof channel.createChannel;
  connect: typeof transport.connect;
  createGate: typeof gate.createGate;
  rules: typeof refresh.v4RefusalRules;
  observable: typeof mobx.observable;
  action: typeof mobx.action;
}

export const asWritten = async (): Promise<Realtime> => ({
  createChannel: channel.createChannel,
  connect: transport.connect,
  createGate: gate.createGate,
  rules: refresh.v4RefusalRules,
  observable: mobx.observable,
  action: mobx.action,
});

const REPOSITORY = path.resolve(__dirname, '../../../..');
const MEMBER = 'packages/member';
const FOLDERS = [`${MEMBER}/realtime`, 'api', 'platform', 'format'];

export async function asPacked(): Promise<Realtime> {
  const root = mkdtempSync(path.join(tmpdir(), 'realtime-'));
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const folder of FOLDERS) {
    for (const name of readdirSync(path.join(REPOSITORY, 'miniprogram', folder), { recursive: true })) {
      if (typeof name !== 'string' || !name.endsWith('.ts')) continue;
      const text = readFileSync(path.join(REPOSITORY, 'miniprogram', folder, name), 'utf8');
      const { code } = await transform(text, { loader: 'ts', format: 'cjs', target: 'es2017' });
      put(path.join(folder, name.replace(/\.ts$/, '.js')), code);
    }
  }
  const { files } = await computePack(REPOSITORY);
  for (const [file, text] of files) if (file.includes('miniprogram_npm/')) put(file, text);
  const bare = new Sandbox({ root, subpackages: [MEMBER] });
  const { createChannel } = bare.load(`${MEMBER}/realtime/channel.js`) as typeof channel;
  const { connect } = bare.load(`${MEMBER}/realtime/transport.js`) as typeof transport;
  const { createGate } = bare.load('api/gate.js') as typeof gate;
  const { v4RefusalRules: rules } = bare.load('api/v4/refresh.js') as typeof refresh;
  const { observable, action } = bare.load('miniprogram_npm/mobx-miniprogram/index.js') as typeof mobx;
  return { createChannel, connect, createGate, rules, observable, action };
}
