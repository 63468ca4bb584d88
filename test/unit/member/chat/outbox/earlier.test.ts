// Messages that another version of the app wrote down: what it did not say is taken as what cannot lose or double them.
import { createPhone, fail, refused, rowsOf } from '../kit';
import { SESSION } from '../lines';

type Stored = { status: Record<string, unknown> } & Record<string, unknown>;

/** Changes what the phone holds of its messages, as if another version had written it. */
function rewrite({ storage }: ReturnType<typeof createPhone>, change: (stored: Stored) => void): void {
  for (const [key, text] of storage.entries) {
    if (!key.includes('/outbox.')) continue;
    const whole = JSON.parse(text) as { d: Stored };
    change(whole.d);
    storage.entries.set(key, JSON.stringify(whole));
  }
}

/** A phone with a message in line, of which nothing has left. */
function waiting(profile: 'documented' | 'deployed' = 'documented') {
  const phone = createPhone(profile);
  phone.network.set(false);
  phone.start().outbox.sendText(SESSION, '一');
  phone.kill();
  return phone;
}

const first = (chat: ReturnType<ReturnType<typeof createPhone>['start']>) => chat.outbox.of(SESSION)[0];

describe('K1 a message of an earlier version', () => {
  it('that does not say whether it left may have: it cannot be taken back', () => {
    const phone = waiting();
    rewrite(phone, (stored) => delete stored['has_left']);
    const chat = phone.start();
    expect(first(chat)).toMatchObject({ has_left: true });
    expect(chat.outbox.remove(first(chat)?.temp_message_id ?? '')).toBe(false);
  });

  it('that does not say how often it was tried is sent', async () => {
    const phone = waiting();
    rewrite(phone, ({ status }) => delete status['tries']);
    const chat = phone.start();
    phone.network.set(true);
    await phone.time.advance(1_000);
    expect([phone.server.lines.length, chat.outbox.unsent]).toEqual([1, 0]);
  });

  it.each(['', 'a new kind of gateway'])(
    'whose request was answered by %j is looked for, not sent again (deployed)',
    async (answered) => {
      const phone = waiting('deployed');
      rewrite(phone, (stored) => {
        stored['has_left'] = true;
        stored.status = { state: 'checking', tries: 1, after_id: '0', answered };
      });
      const chat = phone.start();
      expect(first(chat)).toMatchObject({ status: { state: 'checking', answered: 'nobody' } });
      phone.network.set(true);
      await phone.time.advance(30_000);
      expect(rowsOf(chat)).toMatchObject([{ status: 'unconfirmed' }]);
      expect(phone.server.sent).toEqual([]);
    },
  );

  it('that failed for a reason of a later version failed', () => {
    const phone = waiting();
    rewrite(phone, (stored) => (stored.status = { state: 'failed', reason: 'hologram', message: '' }));
    expect(rowsOf(phone.start())).toMatchObject([{ status: 'failed', note: '没有发出去', can_retry: true }]);
  });

  it('that cannot be read at all is no message, and the others are', () => {
    const phone = waiting();
    phone.start().outbox.sendText(SESSION, '二');
    rewrite(phone, (stored) => {
      if ((stored['body'] as { content: string }).content === '一') stored.status = { state: 'teleported' };
    });
    expect(rowsOf(phone.start()).map(({ text }) => text)).toEqual(['二']);
  });
});

it('K1 a failed message fails for the same reason after a restart', async () => {
  const phone = createPhone();
  const chat = phone.start();
  phone.server.answers = [() => fail(refused(400, 'CONTENT_VIOLATION', '违规'))];
  chat.outbox.sendText(SESSION, '坏的');
  await phone.time.advance(100);
  expect(rowsOf(phone.start())).toEqual(rowsOf(chat));
  expect(rowsOf(chat)).toMatchObject([{ status: 'failed', can_retry: false }]);
});
