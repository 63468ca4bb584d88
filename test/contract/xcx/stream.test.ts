// CHAT-4 over the wire: pieces, what breaks them, and the plain way where there is no stream.
import { createAbort } from '../../../miniprogram/platform/abort';
import { failing, PROFILES } from '../v4/kit';
import { useStaff } from './kit';

describe.each(PROFILES)('CHAT-4, %s', (profile) => {
  const kit = useStaff(profile);
  const question = { content: '这个月做了多少小时？', context_type: 'general' } as const;
  const streamed = () => kit.backend.dev.requests.count('POST /api/xcx/chat/stream');
  /** As documented a conversation begins with its first question, deployed it is opened before it. */
  const asked = () =>
    kit.backend.dev.requests.count('POST /api/xcx/chat/messages') +
    kit.backend.dev.requests.count('POST /api/xcx/chat/:id/messages');

  test('the pieces make the answer, whole characters each', async () => {
    const core = await kit.staff();
    const pieces: string[] = [];
    const reply = await kit.assistant(core).stream(question, (delta) => pieces.push(delta));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toBe(reply.ai_reply.content);
    expect(pieces.join('')).not.toContain('\ufffd');
    expect(reply).toMatchObject({
      chat_id: expect.any(String) as unknown,
      user_message: { content: question.content },
    });
    const { items } = await kit.assistant(core).messages(reply.chat_id ?? '', { page: 1, pageSize: 20 });
    expect(items.map(({ content }) => content)).toEqual(
      expect.arrayContaining([question.content, reply.ai_reply.content]),
    );
  });

  test('it goes on in a conversation', async () => {
    const assistant = kit.assistant(await kit.staff());
    const { chat_id = '' } = await assistant.ask(question);
    const reply = await assistant.stream({ content: '还有呢？', chat_id }, () => undefined);
    expect(reply.user_message.content).toBe('还有呢？');
  });

  test.each(['absent', 'not_allowed'] as const)(
    'a backend where it is %s is asked the plain way, from then on at once',
    async (stream) => {
      kit.backend.dev.xcx.setQuirks({ stream });
      const assistant = kit.assistant(await kit.staff());
      const pieces: string[] = [];
      const reply = await assistant.stream(question, (delta) => pieces.push(delta));
      expect(pieces).toEqual([reply.ai_reply.content]);
      await assistant.stream(question, () => undefined);
      expect([streamed(), asked()]).toEqual([1, 2]);
    },
  );

  test('a conversation that is not there is told as such, and is no reason to give up streams', async () => {
    const assistant = kit.assistant(await kit.staff());
    const lost = assistant.stream({ content: 'x', chat_id: '99999999' }, () => undefined);
    expect(await failing(lost)).toMatchObject({ kind: 'api', status: 404 });
    await assistant.stream(question, () => undefined);
    expect(streamed()).toBe(2);
  });

  test('an error in mid-stream is a refusal with the backend’s words', async () => {
    kit.backend.dev.xcx.setQuirks({ stream: 'broken' });
    const pieces: string[] = [];
    const broken = kit.assistant(await kit.staff()).stream(question, (delta) => pieces.push(delta));
    const failure = {
      kind: 'api',
      status: 503,
      code: '503',
      message: expect.stringContaining('助手') as unknown,
    };
    expect(await failing(broken)).toEqual(failure);
    expect(pieces.length).toBeGreaterThan(0);
    expect(asked()).toBe(0);
  });

  test('a connection that breaks is network, and the question is not asked again', async () => {
    kit.backend.dev.xcx.setQuirks({ stream: 'cut' });
    expect(await failing(kit.assistant(await kit.staff()).stream(question, () => undefined))).toEqual({
      kind: 'network',
    });
    expect([streamed(), asked()]).toEqual([1, 0]);
  });

  test('stopped by the person: aborted at once, nothing more is heard, the slot is free again', async () => {
    kit.backend.dev.xcx.setQuirks({ stream_pace_ms: 20 });
    const core = await kit.staff();
    const assistant = kit.assistant(core);
    const { signal, abort } = createAbort();
    const pieces: string[] = [];
    const stopped = failing(
      assistant.stream(
        question,
        (delta) => {
          pieces.push(delta);
          if (pieces.length === 2) abort();
        },
        { signal },
      ),
    );
    expect(await stopped).toEqual({ kind: 'aborted' });
    const heard = pieces.length;
    await assistant.stream(question, () => undefined);
    expect(pieces).toHaveLength(heard);
  });

  test('an expired token is renewed before the first piece; nobody hears one twice', async () => {
    const assistant = kit.assistant(await kit.staff());
    const { chat_id = '' } = await assistant.ask(question);
    kit.backend.dev.xcx.expireAccess(kit.userId('demo-coach'));
    const pieces: string[] = [];
    const reply = await assistant.stream({ content: '还有呢？', chat_id }, (delta) => pieces.push(delta));
    expect(pieces.join('')).toBe(reply.ai_reply.content);
    expect(streamed()).toBe(2);
  });

  test('a phone without chunks gets the same answer at its end', async () => {
    const core = kit.core({
      loginCode: () => 'demo-coach',
      // As below base library 2.20.2: the body whole, no headers before it.
      wrapNetwork: (network) => ({
        upload: (request) => network.upload(request),
        request({ onChunk: _chunks, onHeaders: _headers, ...request }) {
          return network.request(request);
        },
      }),
    });
    await core.session.signInStaff();
    const pieces: string[] = [];
    const reply = await kit.assistant(core).stream(question, (delta) => pieces.push(delta));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toBe(reply.ai_reply.content);
  });
});
