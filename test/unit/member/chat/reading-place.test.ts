// How many new messages are below what somebody reads.
import { autorun, observable } from 'mobx-miniprogram';
import { ReadingPlace } from '../../../../miniprogram/packages/member/stores/chat/reading-place';
import type { ChatMessage } from '../../../../typings/v4/chat';

const line = (id: number, sender_type = 'admin'): ChatMessage => ({
  chat_message_id: String(id),
  customer_service_session_id: '1',
  sender_type,
  message_type: 'text',
  content: '',
});

describe('ReadingPlace', () => {
  const setUp = (...lines: ChatMessage[]) => {
    const held = observable.box<readonly ChatMessage[]>(lines, { deep: false });
    const place = new ReadingPlace(() => held.get());
    return { place, come: (...more: ChatMessage[]) => held.set([...held.get(), ...more]), held };
  };

  it('C5 counts what others wrote since the bottom was left', () => {
    const { place, come } = setUp(line(8), line(9));
    come(line(10));
    place.moved(false);
    expect(place.pill).toBe('');
    come(line(11), line(12, 'user'), line(13, 'system'));
    place.look();
    expect(place.pill).toBe('2 条新消息');
  });

  it('C2 counts in the pill what the page shows, not every message of a burst', () => {
    const { place, come } = setUp(line(8));
    place.moved(false);
    come(line(9));
    expect(place.pill).toBe('');
    place.look();
    expect(place.pill).toBe('1 条新消息');
    place.moved(true);
    expect(place.pill).toBe('');
  });

  it('C5 counts what had come, but was not on the page yet, when the bottom was left', () => {
    const { place, come } = setUp(line(8));
    place.look();
    come(line(9));
    place.moved(false);
    place.look();
    expect(place.pill).toBe('1 条新消息');
  });

  it('C5 counts no older page', () => {
    const { place, held } = setUp(line(100));
    place.moved(false);
    held.set([line(7), line(8), ...held.get()]);
    expect(place.below).toBe(0);
  });

  it('C5 counts from 0 again after being at the bottom', () => {
    const { place, come } = setUp(line(1));
    place.moved(false);
    come(line(2));
    place.moved(true);
    expect(place.below).toBe(0);
    place.moved(false);
    come(line(3));
    expect(place.below).toBe(1);
  });

  it('C5 says 99+ from a hundred on', () => {
    const { place, come } = setUp();
    place.moved(false);
    come(...Array.from({ length: 99 }, (_, index) => line(index + 1)));
    place.look();
    expect(place.pill).toBe('99 条新消息');
    come(line(100));
    place.look();
    expect(place.pill).toBe('99+ 条新消息');
  });

  it('C5 counts nothing at the bottom, whatever comes and is shown there', () => {
    const { place, come } = setUp(line(1));
    expect([place.at_bottom, place.pill]).toEqual([true, '']);
    come(line(2), line(3));
    place.look();
    expect([place.below, place.pill]).toEqual([0, '']);
  });

  it('C5 goes on counting from where the bottom was left, however often the view says that it is above', () => {
    const { place, come } = setUp(line(1));
    place.look();
    place.moved(false);
    come(line(2));
    place.look();
    place.moved(false);
    come(line(3));
    place.look();
    expect(place.pill).toBe('2 条新消息');
  });

  it('C5 tells who watches when the words change, and only then', () => {
    const { place, come } = setUp(line(1));
    const { moved, look } = place;
    const told: string[] = [];
    const off = autorun(() => told.push(place.pill));
    moved(false);
    come(line(2));
    look();
    look();
    moved(true);
    off();
    expect(told).toEqual(['', '1 条新消息', '']);
  });
});
