// A picture on its way to where the store keeps it: an upload may be repeated, its message may not.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { settle } from '../../../../support/fake-time';
import { createPhone, fail, refused, rowsOf, uploading } from '../kit';
import { SESSION } from '../lines';

const broken = refused(500, 'INTERNAL_ERROR', '服务器内部错误');
const unsent: Failure = { kind: 'network', unsent: true };

/** A picture whose uploads fail so, one after the other, and then succeed. */
async function picture(...failures: Failure[]) {
  const phone = createPhone();
  const chat = phone.start();
  await phone.time.advance(100);
  phone.server.upload_answers = failures.map((failure) => () => fail(failure));
  await chat.outbox.sendImage(SESSION, 'tmp/1.png');
  await settle();
  return { ...phone, chat, status: () => chat.outbox.of(SESSION)[0]?.status };
}

describe('an upload that fails', () => {
  it.each<[string, Failure]>([
    ['the network broke', { kind: 'network' }],
    ['nothing left the phone', unsent],
    ['the answer was too late', { kind: 'timeout' }],
    ['the server had trouble', broken],
    ['a proxy said no', { kind: 'http', status: 403 }],
  ])('is repeated where %s, and the message is sent once', async (_why, failure) => {
    const { time, server, chat } = await picture(failure, failure);
    expect(rowsOf(chat)).toMatchObject([{ kind: 'image', status: 'sending', can_delete: true }]);
    await time.advance(20_000);
    expect(server.uploads).toHaveLength(3);
    expect(server.lines).toMatchObject([
      { message_type: 'image', metadata: { image_url: 'https://pictures.example.com/3.png' } },
    ]);
    expect([server.sent.length, chat.outbox.unsent]).toEqual([1, 0]);
  });

  it('is not repeated where the store will not have the picture, and says why', async () => {
    const { time, server, chat } = await picture(refused(400, 'FILE_TOO_LARGE', '图片大小不能超过 5MB'));
    await time.advance(60_000);
    expect(rowsOf(chat)).toMatchObject([
      { status: 'failed', note: '请选择不超过 5 MB 的图片。', can_retry: true, needs_session: false },
    ]);
    expect([server.uploads.length, server.sent.length]).toEqual([1, 0]);
  });

  it('shows that the session is over where that is why', async () => {
    const { time, chat } = await picture(refused(400, 'CUSTOMER_SERVICE_ERROR', '会话已关闭'));
    await time.advance(100);
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed', note: '会话已结束', needs_session: true }]);
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
  });

  it('four times at the server’s own trouble is no chance: it does not take this kind of picture', async () => {
    const { time, server, status } = await picture(broken, broken, broken, broken, broken, broken);
    await time.advance(7_000);
    expect(status()).toMatchObject({ state: 'ready' });
    await time.advance(20_000);
    expect(status()).toEqual({ state: 'failed', reason: 'picture', message: '图片上传失败' });
    expect(server.uploads).toHaveLength(4);
  });

  it('at the network’s trouble goes on for a minute, and is given up then', async () => {
    const { time, server, status } = await picture(...Array.from({ length: 40 }, () => unsent));
    await time.advance(59_000);
    expect([status()?.state, server.uploads.length > 4]).toEqual(['ready', true]);
    await time.advance(16_000);
    expect(status()).toMatchObject({ state: 'failed', reason: 'given_up' });
  });

  it('waits as long as the server asks', async () => {
    const { time, server } = await picture(refused(429, 'RATE_LIMIT_EXCEEDED', '操作过于频繁', 20));
    await time.advance(19_000);
    expect(server.uploads).toHaveLength(1);
    await time.advance(2_000);
    expect([server.uploads.length, server.lines.length]).toEqual([2, 1]);
  });
});

describe('a picture that was uploaded', () => {
  it('is not uploaded again where its message has to be sent again', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail(unsent), () => fail(unsent)];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await phone.time.advance(20_000);
    expect([phone.server.uploads.length, phone.server.sent.length]).toEqual([1, 3]);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('has its message tried as long as any, however long the upload took', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.upload_answers = Array.from({ length: 40 }, () => () => fail(unsent));
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await phone.time.advance(45_000);
    expect(phone.server.uploads.length).toBeGreaterThan(3);
    phone.server.upload_answers = [];
    phone.server.answers = Array.from({ length: 40 }, () => () => fail(unsent));
    await phone.time.advance(40_000);
    expect(phone.server.sent.length).toBeGreaterThan(2);
    expect(rowsOf(chat)).toMatchObject([{ status: 'slow' }]);
  });

  it('too late, after it was taken back, leaves nothing behind', async () => {
    const phone = createPhone();
    const chat = phone.start();
    let done: () => void = () => undefined;
    phone.server.api.uploadImage = () =>
      new Promise((resolve) => (done = () => resolve({ image_url: 'https://pictures.example.com/1.png' })));
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(chat.outbox.remove(chat.outbox.of(SESSION)[0]?.temp_message_id ?? '')).toBe(true);
    done();
    await phone.time.advance(1_000);
    expect([chat.outbox.unsent, phone.server.sent, [...phone.kept]]).toEqual([0, [], []]);
    expect([...phone.storage.entries.keys()].filter((key) => key.includes('/outbox.'))).toEqual([]);
    expect(phone.start().outbox.unsent).toBe(0);
  });
});

it('a picture under way shows how far it is, as held without a network, and no number once it is through', async () => {
  const phone = createPhone();
  const chat = phone.start();
  phone.server.upload_answers = [uploading];
  await chat.outbox.sendImage(SESSION, 'tmp/1.png');
  await settle();
  expect(rowsOf(chat)).toMatchObject([
    { kind: 'image', image: 'kept/tmp/1.png', text: '[图片]', own: true, status: 'uploading', percent: 40 },
  ]);
  const id = chat.outbox.of(SESSION)[0]?.temp_message_id ?? '';
  expect(chat.outbox.progress.get(id)).toBe(40);
  chat.outbox.remove(id);
  await settle();
  expect(chat.outbox.progress.get(id)).toBeUndefined();
});
