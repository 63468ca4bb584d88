// The QR component on WeChat's classic framework: its canvas has the asked size from the first frame, and follows it.
// What is painted is tested pixel by pixel in the unit tests.
import { mount } from '../support/mount';

test('the canvas is as large as asked, so that nothing moves when the code comes', () => {
  const qr = mount('packages/member/components/qr-code/qr-code', { content: 'RQRV1_x', size: 232 });
  const style = (): string => document.querySelector('wx-canvas')?.getAttribute('style') ?? '';
  expect(style()).toBe('width:232px;height:232px');
  qr.set({ size: 200 });
  expect(style()).toBe('width:200px;height:200px');
  qr.destroy();
});
