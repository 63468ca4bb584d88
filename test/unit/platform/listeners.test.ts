import { createAbort } from '../../../miniprogram/platform/abort';
import { createListeners } from '../../../miniprogram/platform/listeners';

test('a listener removed while others are told is not told any more', () => {
  const listeners = createListeners<number>();
  const heard: string[] = [];
  const offs: (() => void)[] = [];
  offs.push(listeners.add((n) => (heard.push(`a${n}`), offs[1]?.())));
  offs.push(listeners.add((n) => heard.push(`b${n}`)));
  listeners.tell(1);
  listeners.tell(2);
  expect(heard).toEqual(['a1', 'a2']);
});

test('the same function added twice is two listeners', () => {
  const listeners = createListeners<undefined>();
  let heard = 0;
  const listener = () => void (heard += 1);
  const off = listeners.add(listener);
  listeners.add(listener);
  off();
  listeners.tell(undefined);
  expect(heard).toBe(1);
  expect(listeners.size).toBe(1);
});

test('an abort is reported once to each listener, at once to a late one, and not to a removed one', () => {
  const { signal, abort } = createAbort();
  const heard: string[] = [];
  signal.onAbort(() => heard.push('stays'));
  signal.onAbort(() => heard.push('left'))();
  abort();
  abort();
  signal.onAbort(() => heard.push('late'));
  expect(heard).toEqual(['stays', 'late']);
  expect(signal.aborted).toBe(true);
});
