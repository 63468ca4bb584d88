import { CLICK_WINDOW_MS, Gestures, LONG_PRESS_MS, TAP_SLOP } from '../../../preview/runtime/events/gesture';

const at = (clientX: number, clientY = 0) => ({ identifier: 1, clientX, clientY });
let gestures: Gestures;
let longPress: jest.Mock<boolean, []>;
beforeEach(() => {
  jest.useFakeTimers();
  longPress = jest.fn(() => false);
  gestures = new Gestures({
    now: () => Date.now(),
    setTimeout: (callback, ms) => Number(setTimeout(callback, ms)),
    clearTimeout: (id) => clearTimeout(id),
  });
});
afterEach(() => jest.useRealTimers());

describe('a finger', () => {
  it('that comes and goes is a tap', () => {
    gestures.down(at(0), longPress);
    gestures.up(at(0), false);
    expect(gestures.click()).toBe(true);
  });
  it('that trembles is still a tap, one that travels is none', () => {
    gestures.down(at(0), longPress);
    expect(gestures.move(at(TAP_SLOP))).toBe(false);
    expect(gestures.move(at(TAP_SLOP + 1))).toBe(true);
    gestures.up(at(0), false);
    expect(gestures.click()).toBe(false);
  });
  it('that stays presses long once, and costs the tap only when somebody listens', () => {
    gestures.down(at(0), longPress);
    jest.advanceTimersByTime(LONG_PRESS_MS * 2);
    gestures.up(at(0), false);
    expect(longPress).toHaveBeenCalledTimes(1);
    expect(gestures.click()).toBe(true);

    gestures.down(at(0), () => true);
    jest.advanceTimersByTime(LONG_PRESS_MS);
    gestures.up(at(0), false);
    expect(gestures.click()).toBe(false);
  });
  it('that travels or leaves early does not press', () => {
    gestures.down(at(0), longPress);
    gestures.move(at(50));
    jest.advanceTimersByTime(LONG_PRESS_MS);
    gestures.up(at(50), false);
    gestures.down(at(0), longPress);
    gestures.up(at(0), false);
    jest.advanceTimersByTime(LONG_PRESS_MS);
    expect(longPress).not.toHaveBeenCalled();
  });
  it('that was cancelled is no tap; a click long after, or without one, is', () => {
    gestures.down(at(0), longPress);
    gestures.up(at(0), true);
    expect(gestures.click()).toBe(false);
    expect(gestures.click()).toBe(true);
    gestures.down(at(0), longPress);
    gestures.up(at(0), true);
    jest.advanceTimersByTime(CLICK_WINDOW_MS + 1);
    expect(gestures.click()).toBe(true);
  });
});
