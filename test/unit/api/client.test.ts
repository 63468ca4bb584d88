// The client between a scripted exchange and a real gate: what is replayed, what is retried, whose reply it is.
import * as v from 'valibot';
import { createClient } from '../../../miniprogram/api/client';
import type { Client } from '../../../miniprogram/api/client';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import type { Reply } from '../../../miniprogram/api/call';
import type { Exchange } from '../../../miniprogram/api/exchange';
import { EXPIRED, gateKit, jwt, refusal } from './gate-kit';

const read = { route: { method: 'GET', path: '/x' }, schema: v.unknown() } as const;
const write = { route: { method: 'POST', path: '/x' }, schema: v.unknown(), body: {} } as const;
const stream = { ...write, piece: v.unknown(), onPiece: () => undefined };
const file = { ...write, file_path: 'f', name: 'image' };

function kitOf() {
  const { gate, kit, time } = gateKit();
  kit.signIn(1, kit.hour('old'));
  /** The answer of each request, in order; later ones get 'fine'. */
  const script: (Failure | (() => void))[] = [];
  const tokens: (string | undefined)[] = [];
  const answer = async <T>(headers: Record<string, string>): Promise<Reply<T>> => {
    tokens.push(headers.Authorization?.replace('Bearer ', ''));
    const next = script.shift();
    if (typeof next === 'function') next();
    else if (next !== undefined) throw new ApiError(next);
    return { data: 'fine' as T, message: '', cookies: [] };
  };
  const exchange: Exchange = {
    send: (_call, headers) => answer(headers),
    upload: (_call, headers) => answer(headers),
    stream: (_call, headers) => answer(headers),
  };
  const retry = { attempts: 3, base_ms: 400, cap_ms: 5000 };
  const client = createClient({ backend: 'v4', exchange, gate, retry, timers: time, random: () => 0.5 });
  return { client, kit, time, script, tokens };
}

const ways: [string, (client: Client) => Promise<unknown>][] = [
  ['a read', (client) => client.call(read)],
  ['a write', (client) => client.call(write)],
  ['an upload', (client) => client.upload(file)],
  ['a stream', (client) => client.stream(stream)],
];

describe.each(ways)('%s', (_name, run) => {
  test('A4 refused for its token: one refresh, one replay with the new token', async () => {
    const { client, kit, time, script, tokens } = kitOf();
    const old = kit.token();
    script.push(EXPIRED);
    const reply = run(client);
    await time.advance(1000);
    await expect(reply).resolves.toBe('fine');
    expect(tokens).toEqual([old, kit.token()]);
    expect(kit.refreshes).toHaveLength(1);
  });

  test('I4 without a token nothing leaves, and the failure says so', async () => {
    for (const how of ['no token yet', 'refused']) {
      const { client, kit, time, script, tokens } = kitOf();
      if (how === 'no token yet') kit.signIn(1, jwt('over', kit.time.now() - 1_000));
      else script.push(EXPIRED, EXPIRED, EXPIRED);
      kit.script.push({ kind: 'network' }, { kind: 'network' }, { kind: 'network' });
      const told = run(client).catch((error: unknown) => error);
      await time.advance(20_000);
      expect(await told).toMatchObject({ failure: { kind: 'network', unsent: true } });
      expect(tokens.length).toBeLessThanOrEqual(how === 'refused' ? 3 : 0);
    }
  });

  test('A4 refused twice: told, no loop', async () => {
    const { client, kit, time, script, tokens } = kitOf();
    script.push(EXPIRED, EXPIRED, EXPIRED, EXPIRED);
    const refused = expect(run(client)).rejects.toMatchObject({ failure: EXPIRED });
    await time.advance(1000);
    await refused;
    expect(tokens).toHaveLength(2);
    expect(kit.refreshes).toHaveLength(1);
    expect(kit.cleared).toEqual([]);
  });

  test('A4 revoked right after a refresh: signed out, and says so', async () => {
    const { client, kit, time, script } = kitOf();
    script.push(EXPIRED, refusal('SESSION_REVOKED'));
    const out = { failure: { kind: 'signed_out', backend: 'v4', reason: 'revoked' } };
    const refused = expect(run(client)).rejects.toMatchObject(out);
    await time.advance(1000);
    await refused;
    expect(kit.cleared).toEqual(['revoked']);
  });

  test('a reply that comes after its person has signed out is rejected', async () => {
    const { client, kit, script } = kitOf();
    script.push(() => kit.signIn(2, kit.hour('other')));
    await expect(run(client)).rejects.toMatchObject({ failure: { kind: 'signed_out', reason: 'left' } });
  });
});

describe('retries', () => {
  test('a read is tried again after a bad network; a write and an upload are not', async () => {
    const { client, time, script, tokens } = kitOf();
    script.push({ kind: 'network' });
    const reply = client.call(read);
    await time.advance(1000);
    await expect(reply).resolves.toBe('fine');
    expect(tokens).toHaveLength(2);
    for (const run of [() => client.call(write), () => client.upload(file)]) {
      script.push({ kind: 'network' });
      tokens.length = 0;
      await expect(run()).rejects.toMatchObject({ failure: { kind: 'network' } });
      expect(tokens).toHaveLength(1);
    }
  });

  test('a call without token carries none, and its 401 is only told', async () => {
    const { client, kit, script, tokens } = kitOf();
    script.push(refusal('INVALID_VERIFICATION_CODE'));
    await expect(client.call({ ...write, auth: 'none' })).rejects.toMatchObject({
      failure: { code: 'INVALID_VERIFICATION_CODE' },
    });
    expect(tokens).toEqual([undefined]);
    expect(kit.refreshes).toEqual([]);
    expect(kit.cleared).toEqual([]);
  });
});
