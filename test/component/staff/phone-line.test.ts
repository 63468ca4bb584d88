// A customer's number: masked until it is asked for, and no line at all where there is none.
import { mount, nobody, useApp } from '../support/mount';

const copied: string[] = [];
const dialled: string[] = [];
let can_call = true;

beforeEach(() => {
  copied.length = 0;
  dialled.length = 0;
  can_call = true;
  const device = { copy: (text: string) => Promise.resolve(void copied.push(text)) };
  useApp({ core: { session: nobody, platform: { device, timers: { after: () => () => undefined } } } });
  Object.assign(wx, {
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
      dialled.push(phoneNumber);
      return can_call
        ? Promise.resolve({ errMsg: 'makePhoneCall:ok' })
        : Promise.reject(new Error('makePhoneCall:fail cancel'));
    },
  });
});

const line = (properties: Record<string, unknown>) =>
  mount('packages/staff/components/phone-line/phone-line', { name: '林小满', ...properties });

test('D5 a number is masked until it is tapped, and again after another tap', async () => {
  const phone = line({ phone: '13800000031' });
  await phone.settle();
  expect(phone.text).toEqual(['138****0031', '显示']);
  phone.tap('.reveal');
  await phone.settle();
  expect(phone.text).toEqual(['13800000031', '隐藏']);
  // Another tap, not the copy of the first that a phone may deliver.
  phone.call('onReveal');
  await phone.settle();
  expect(phone.text).toEqual(['138****0031', '显示']);
});

test('D5 the whole number may come beside the masked one', async () => {
  const phone = line({ phone: '138****0031', full: '13800000031' });
  await phone.settle();
  phone.call('onCopy');
  await phone.settle();
  expect(copied).toEqual(['13800000031']);
});

test.each(['', 'null', '--'])('D7-27 without a number (%j) nothing can be called', async (nothing) => {
  const phone = line({ phone: nothing === 'null' ? null : nothing });
  await phone.settle();
  expect(phone.count('.round')).toBe(0);
  expect(phone.text.join()).not.toMatch(/undefined|null/);
});

test('D7-27 a number that the server only sends masked is shown, and cannot be called', async () => {
  const phone = line({ phone: '138****0031' });
  await phone.settle();
  expect(phone.text).toEqual(['138****0031']);
  expect(phone.count('.round')).toBe(0);
});

test('D3 a call that was made is told, one that was cancelled is not', async () => {
  const phone = line({ phone: '13800000031' });
  await phone.settle();
  const called = phone.heard('called');
  phone.call('onCall');
  await phone.settle();
  expect(called).toHaveLength(1);
  can_call = false;
  phone.call('onCall');
  await phone.settle();
  expect(called).toHaveLength(1);
  expect(dialled).toEqual(['13800000031', '13800000031']);
});
