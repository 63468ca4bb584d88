// A page below the one on which a staff member's sign-in ended: it says so, and leads in again.
import type { Device } from '../../preview/playwright';
import { go } from '../support/journeys';
import { enterAsStaff, staffAccounts, staffPages, staffState } from '../support/staff';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(90_000);

async function endSignIn(device: Device): Promise<void> {
  const { xcx } = world.backend.dev;
  xcx.endLogins(xcx.userId(staffAccounts.coach));
  await go(device, `/${staffPages.notes}`, staffPages.entrance);
  await until(async () => (await staffState(device)) !== 'signed_in');
}

test.each([
  [`${staffPages.performance}`, '收入构成'],
  [`${staffPages.records}`, '单数'],
  [`${staffPages.coach}?coach_id=1`, '满意度'],
])('A6 I3 %s asks to sign in instead of loading for ever', async (url, content) => {
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await go(device, `/${url}`);
  await device.see({ text: content });
  await endSignIn(device);
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await device.see({ text: '请重新登录' });
  await device.tap({ text: '去登录' });
  await device.see({ text: content });
  expect((await device.pages()).at(-1)?.route).toBe(url.split('?')[0]);
  await expectCalm(device);
});
