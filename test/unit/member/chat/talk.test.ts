// What a person does with a message that the store did not let through, and with one on its way.
import { Talk } from '../../../../miniprogram/packages/member/stores/chat/talk';
import { createPhone, fail, refused, rowsOf } from './kit';
import { SESSION } from './lines';

const unwelcome = refused(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试');

async function withRefused(content: string) {
  const phone = createPhone();
  const chat = phone.start();
  const talk = new Talk(SESSION, { chat: () => chat, network: phone.network, clock: phone.time });
  phone.server.answers = [() => fail(unwelcome)];
  talk.sendText(content);
  await phone.time.advance(100);
  expect(rowsOf(chat)).toMatchObject([{ status: 'failed', can_retry: false }]);
  const id = rowsOf(chat)[0]?.temp_message_id ?? '';
  return { phone, chat, talk, id };
}

describe('a text that was refused for its words', () => {
  it('C5 goes back to where messages are written, and its row goes', async () => {
    const { chat, talk, id } = await withRefused('这里有违禁词');
    expect(talk.revise(id)).toBe('这里有违禁词');
    expect(rowsOf(chat)).toEqual([]);
    expect(talk.draft).toBe('这里有违禁词');
  });

  it('C5 goes below what is being written there, and a kill loses neither', async () => {
    const { phone, talk, id } = await withRefused('坏的');
    talk.typed('写了一半');
    expect(talk.revise(id)).toBe('写了一半\n坏的');
    const again = phone.start();
    expect(again.drafts.get(SESSION)).toBe('写了一半\n坏的');
    expect(again.outbox.unsent).toBe(0);
  });

  it('C5 stays where it is when there is no chat for both, here or on the phone', async () => {
    const { phone, chat, talk, id } = await withRefused('坏的');
    talk.typed('长'.repeat(4_998));
    expect(talk.revise(id)).toBeUndefined();
    talk.typed('写了一半');
    phone.storage.limit = 0;
    expect(talk.revise(id)).toBeUndefined();
    expect(talk.draft).toBe('写了一半');
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed' }]);
  });

  it('C5 goes into the next session where its own is closed', async () => {
    const { phone, chat, talk, id } = await withRefused('坏的');
    phone.server.sessions = [{ customer_service_session_id: '2221', status: 'waiting' }];
    expect(await talk.moveOn(id, 'revise')).toEqual({ session_id: '2221' });
    expect(chat.drafts.get('2221')).toBe('坏的');
    expect(chat.outbox.unsent).toBe(0);
    expect(phone.server.sent).toHaveLength(1);
  });
});
