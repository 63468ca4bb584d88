// D1: beside the phone, one tap to be somebody of the staff.
import path from 'node:path';
import { DEMO_STAFF } from '../../backend/demo';
import { startPreview } from '../../preview';
import type { Preview } from '../../preview';
import { until } from '../support/until';
import { useWorld } from '../support/world';

jest.setTimeout(120_000);
const world = useWorld();
const root = path.resolve(__dirname, '../../../miniprogram');
let preview: Preview;

beforeAll(async () => {
  const people = DEMO_STAFF.map(({ openid, called }) => ({
    openid,
    text: called,
    path: 'packages/entrance/entrance/entrance',
  }));
  preview = await startPreview({
    root,
    backendUrl: world.backend.url,
    deterministic: true,
    hints: [{ title: '员工', people, lines: [] }],
    log: () => undefined,
  });
});
afterAll(() => preview.close());

test('D1 one tap beside the phone and it is a coach’s, another and it is the manager’s', async () => {
  const context = await world.browser.newContext({ viewport: { width: 1200, height: 900 }, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.goto(preview.url);
    const nickname = (): Promise<string> =>
      page.evaluate(() => {
        const { staff } =
          (globalThis.__host?.app() as unknown as PreviewedApp | undefined)?.core.session ?? {};
        return staff?.state === 'signed_in' ? staff.user.nickname : '';
      });
    const onTasks = () =>
      page.evaluate(() => globalThis.__preview?.pages?.().at(-1)?.route === 'pages/tasks/tasks');
    for (const [called, name] of [
      ['助教', '夏栀'],
      ['店长', '店长陶然'],
    ] as const) {
      await page.getByRole('button', { name: called, exact: true }).click();
      await page.waitForFunction(() => '__preview' in globalThis);
      await until(async () => (await nickname().catch(() => '')) === name && (await onTasks()));
    }
  } finally {
    await context.close();
  }
});
