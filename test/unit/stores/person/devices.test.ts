// The list of devices loads when asked, fails alone, and is gone with the sign-in.
import { createDevices } from '../../../../miniprogram/stores/person/devices';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime } from '../../../support/fake-time';

const list = [{ authentication_session_id: '1', device_id: null, is_current: true }];

function setUp() {
  const phone = createFakeService({ now: () => 0 });
  const devices = perPerson(phone.service, phoneOf(createFakeTime()), ({ api }) => createDevices(api.auth));
  phone.signIn();
  return { ...phone, devices, first: devices.current };
}

test('asks for nothing until somebody looks, and keeps what it read', async () => {
  const { first, client } = setUp();
  expect(client.asked).toHaveLength(0);
  const reading = first?.refresh();
  expect(first?.refreshing).toEqual({ state: 'running' });
  await client.last.answer({ list });
  await reading;
  expect(first?.loaded?.list).toEqual(list);
});

test('keeps the failure, to be shown with a retry', async () => {
  const { first, client } = setUp();
  const reading = first?.refresh();
  await client.last.fail({ kind: 'network' });
  await reading;
  expect(first?.refreshing).toEqual({ state: 'failed', failure: { kind: 'network' } });
});

test('an answer for somebody who left is dropped', async () => {
  const { first, client, signOut, devices } = setUp();
  void first?.refresh();
  signOut();
  await client.last.answer({ list });
  expect([devices.current, first?.loaded]).toEqual([null, null]);
});
