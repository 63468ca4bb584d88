// Taking back a picture: at every step at which nothing of it can be stored, and never after that.
import { settle } from '../../../../support/fake-time';
import { createPhone, fail, rowsOf, uploading } from '../kit';
import { SESSION } from '../lines';

type Phone = ReturnType<typeof createPhone>;
type Room = ReturnType<Phone['start']>;

const idOf = (chat: Room): string => chat.outbox.of(SESSION)[0]?.temp_message_id ?? '';
/** Stored messages and kept files. */
const left = ({ storage, kept }: Phone): string[] => [
  ...[...storage.entries.keys()].filter((key) => key.includes('outbox.')),
  ...kept,
];

async function expectGone(phone: Phone, chat: Room): Promise<void> {
  await settle();
  expect(rowsOf(chat)).toEqual([]);
  expect(left(phone)).toEqual([]);
  await phone.time.advance(60_000);
  expect(phone.server.sent).toEqual([]);
  expect(phone.server.lines).toEqual([]);
}

describe('taking a picture back', () => {
  it('C1 while it waits for a network', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    expect(rowsOf(chat)).toMatchObject([{ can_delete: true }]);
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    phone.network.set(true);
    await expectGone(phone, chat);
    expect(phone.server.uploads).toEqual([]);
  });

  it('C1 that the phone would not remove: it goes with the next one that is written, and no restart brings it back', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    chat.outbox.sendText(SESSION, '一');
    const { remove } = phone.storage;
    phone.storage.remove = () => {
      throw new Error('removeStorage:fail');
    };
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    phone.storage.remove = remove;
    chat.outbox.sendText(SESSION, '二');
    const again = phone.start();
    phone.network.set(true);
    await phone.time.advance(1_000);
    expect(phone.server.lines).toMatchObject([{ content: '二' }]);
    expect([again.outbox.unsent, left(phone)]).toEqual([0, []]);
  });

  it('C1 before its file was found: nothing is uploaded', async () => {
    const phone = createPhone();
    const chat = phone.start();
    const chosen = chat.outbox.sendImage(SESSION, 'tmp/1.png');
    while (idOf(chat) === '') await Promise.resolve();
    expect(phone.server.uploads).toEqual([]);
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    await chosen;
    await expectGone(phone, chat);
    expect(phone.server.uploads).toEqual([]);
  });

  it('C1 while it is uploaded: the upload is aborted, and the messages behind it are sent', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.upload_answers = [uploading];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(rowsOf(chat)).toMatchObject([{ status: 'uploading', percent: 40, can_delete: true }]);
    chat.outbox.sendText(SESSION, '后面的');
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    await settle();
    expect(rowsOf(chat)).toMatchObject([{ text: '后面的', status: '' }]);
    expect(phone.server.sent).toHaveLength(1);
    expect(left(phone)).toEqual([]);
  });

  it('C1 between two attempts to upload it', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.upload_answers = [() => fail({ kind: 'network' })];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    await expectGone(phone, chat);
    expect(phone.server.uploads).toHaveLength(1);
  });

  it('C1 uploaded, while the history is read before it leaves (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await settle();
    const read = phone.server.holdHistory();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(chat.outbox.of(SESSION)).toMatchObject([{ body: { image_url: expect.any(String) as string } }]);
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    read();
    await expectGone(phone, chat);
  });

  it('C1 after the app was killed while it was uploaded', async () => {
    const phone = createPhone();
    phone.server.upload_answers = [() => new Promise(() => undefined), uploading];
    await phone.start().outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    const again = phone.start();
    expect(again.outbox.remove(idOf(again))).toBe(true);
    await expectGone(phone, again);
  });

  it('C1 not while it is sent, nor while its outcome is unknown', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [(stored) => (stored(), fail({ kind: 'timeout' }))];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    while (chat.outbox.of(SESSION)[0]?.status.state !== 'sending') await Promise.resolve();
    expect(rowsOf(chat)).toMatchObject([{ can_delete: false }]);
    expect(chat.outbox.remove(idOf(chat))).toBe(false);
    await phone.time.advance(5_000);
    expect(rowsOf(chat)).toMatchObject([{ kind: 'image', status: '' }]);
    expect(chat.outbox.remove('any')).toBe(false);
  });

  it('C1 not while it waits for a second attempt, even after a kill: the first may still be stored', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail({ kind: 'network' })];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(chat.outbox.of(SESSION)).toMatchObject([{ status: { state: 'ready', tries: 1 } }]);
    expect(chat.outbox.remove(idOf(chat))).toBe(false);
    phone.network.set(false);
    const again = phone.start();
    expect(again.outbox.remove(idOf(again))).toBe(false);
    expect(rowsOf(again)).toMatchObject([{ can_delete: false }]);
  });

  it('C1 anything that failed or is 未确认, as before', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [() => fail({ kind: 'network' })];
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(30_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'unconfirmed' }]);
    expect(chat.outbox.remove(idOf(chat))).toBe(true);
    expect(left(phone)).toEqual([]);
  });
});
