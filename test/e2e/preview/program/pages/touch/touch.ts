type Tap = WechatMiniprogram.TouchEvent;

const seen = ({ type, target, currentTarget, mark, detail, touches, changedTouches }: Tap) => ({
  type,
  target: target.id,
  currentTarget: currentTarget.id,
  targetData: target.dataset,
  currentData: currentTarget.dataset,
  mark,
  detail,
  fingers: [touches.length, changedTouches.length],
});

Page({
  data: { events: [] as unknown[], go: '' },
  push(entry: unknown) {
    this.setData({ events: [...this.data.events, entry] });
  },
  onInner(event: Tap) {
    this.push({ at: 'inner', ...seen(event) });
    return false;
  },
  onOuter(event: Tap) {
    this.push({ at: 'outer', ...seen(event) });
  },
  onCapture() {
    this.push({ at: 'capture' });
  },
  onStopper() {
    this.push({ at: 'stopper' });
  },
  onLongPress() {
    this.push({ at: 'longpress' });
  },
  onPressTap() {
    this.push({ at: 'press tap' });
  },
  fromWxs(detail: unknown) {
    this.push({ at: 'wxs', detail });
  },
});
