// The small pure parts: history steps, links, kept codes, and the QR on its canvas.
import jsQR from 'jsqr';
import type { Brush } from '../../../miniprogram/packages/member/components/qr-code/paint';
import {
  paintNote,
  paintQr,
  QUIET_MODULES,
} from '../../../miniprogram/packages/member/components/qr-code/paint';
import { timelineSteps } from '../../../miniprogram/packages/member/format/timeline-steps';
import type { TimelineEvent } from '../../../typings/v4/backpack';
import { itemIdFrom, knownRoute, signInUrl } from '../../../miniprogram/routes';

describe('history steps', () => {
  test('the latest first, an untimed event beside its neighbour, no code of the ledger in sight', () => {
    const steps = timelineSteps([
      {
        time: '2026-11-22 10:00:00',
        event: 'hold',
        business_type: 'redemption_lock',
        detail: 'redemption_lock',
      },
      { time: null, event: 'release', detail: { description: '核销取消' } },
      { time: '2026-11-20T02:00:00Z', event: 'mint', detail: '物品已发放' },
      { time: '2026-11-23 10:00:00', event: 'teleport' },
    ]);
    expect(steps.map(({ title, detail, time_text }) => [title, detail, time_text])).toEqual([
      ['状态更新', '', '2026-11-23 10:00'],
      ['退回背包', '核销取消', ''],
      ['待使用', '', '2026-11-22 10:00'],
      ['已到账', '物品已发放', '2026-11-20 10:00'],
    ]);
    const icons = steps.map(({ icon }) => icon);
    expect(icons).toEqual(['info-circle', 'lock-off', 'lock-on', 'gift']);
  });

  test('equal events have keys of their own', () => {
    const twice = { time: '2026-11-22 10:00:00', event: 'use' } as const;
    const untimed = { time: null, event: 'use' } as const;
    const events = [twice, twice, twice, twice, untimed, untimed];
    expect(new Set(timelineSteps(events).map((step) => step.row_key)).size).toBe(6);
  });
});

test('what is said of an event is a sentence, from whichever place it stands in', () => {
  const at = (detail: unknown) =>
    timelineSteps([{ time: null, event: 'use', detail } as TimelineEvent])[0]?.detail;
  expect([at(' 到店使用 '), at({ description: '核销 ' }), at({ reason: '到期 ' })]).toEqual([
    '到店使用',
    '核销',
    '到期',
  ]);
  for (const nothing of [
    null,
    undefined,
    '',
    'redemption_lock',
    'a.b:c-1',
    {},
    { description: 'x_y' },
    { reason: 7 },
  ])
    expect(at(nothing)).toBe('');
});

describe('links', () => {
  test.each([
    ['/pages/me/me', { url: '/pages/me/me', tab: true }],
    ['pages%2Fbackpack%2Fbackpack', { url: '/pages/backpack/backpack', tab: true }],
    ['/pages/boards/boards?board=finance&time=lastMonth', { url: '/pages/boards/boards', tab: true }],
    ['/pages/me/me?<script>', null],
    ['/pages/missing/missing', null],
    ['/packages/member/item/item?item_id=7', { url: '/packages/member/item/item?item_id=7', tab: false }],
    ['/packages/member/sign-in/sign-in', null],
    ['https://example.com/pages/me/me', null],
    ['/pages/me/me/../../x', null],
    ['/packages/member/item/redeem', null],
    ['%E0%A4%A', null],
    [undefined, null],
  ])('%p leads to %j', (address, route) => {
    expect(knownRoute(address)).toEqual(route);
  });

  test('an address survives the way through the sign-in page', () => {
    const url = '/packages/member/redeem/redeem?item_id=45601';
    expect(knownRoute(signInUrl(url).split('back=')[1])).toEqual({ url, tab: false });
  });

  test.each([
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['123456789012345678901', null],
    ['', null],
    ['7a', null],
    ['-7', null],
    [undefined, null],
  ])('item_id %p is %p', (item_id, read) => {
    expect(itemIdFrom({ item_id })).toBe(read);
  });
});

/** A canvas of pixels, enough of it for rectangles. */
class Pixels implements Brush {
  fillStyle = '';
  font = '';
  textAlign = '';
  textBaseline = '';
  words: string[] = [];
  readonly data: Uint8ClampedArray;
  constructor(readonly side: number) {
    this.data = new Uint8ClampedArray(side * side * 4);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(this.fillStyle.slice(at, at + 2), 16));
    for (let row = Math.round(y); row < Math.round(y + height); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + width); column += 1) {
        if (row < 0 || column < 0 || row >= this.side || column >= this.side) continue;
        this.data.set([r ?? 0, g ?? 0, b ?? 0, 255], (row * this.side + column) * 4);
      }
    }
  }
  fillText(text: string): void {
    this.words.push(text);
  }
  dark(x: number, y: number): boolean {
    return (this.data[(y * this.side + x) * 4] ?? 255) < 128;
  }
}

describe('the QR', () => {
  // As long as the backend's: a signed payload of about 190 characters.
  const content = `RQRV1_${'eyJvaWQiOiI4NzlkMzQ2My0zZmYwLTQ3ZWIt'.repeat(4)}_928c578cd5cdbd4b7edafa4bc540a2d3`;

  test.each([200, 232, 400])('is read by a scanner at %d device pixels', (side) => {
    const pixels = new Pixels(side);
    paintQr(pixels, side, content);
    expect(jsQR(pixels.data, side, side)?.data).toBe(content);
  });

  test('has a quiet margin of at least four modules', () => {
    const side = 400;
    const pixels = new Pixels(side);
    paintQr(pixels, side, 'x'.repeat(20));
    let first = side;
    let run = 0;
    for (let y = 0; y < side && first === side; y += 1) {
      for (let x = 0; x < side; x += 1) if (pixels.dark(x, y)) first = Math.min(first, x);
      if (first < side) while (pixels.dark(first + run, y)) run += 1;
    }
    // The first dark run of the top row is the finder pattern: seven modules wide.
    expect(first).toBeGreaterThanOrEqual(QUIET_MODULES * (run / 7));
  });

  test('leaves nothing to scan where words stand in its place', () => {
    const pixels = new Pixels(400);
    paintQr(pixels, 400, content);
    paintNote(pixels, 400, 2, '二维码已过期', '等待网络恢复后自动更新');
    expect(jsQR(pixels.data, 400, 400)).toBeNull();
    expect(pixels.words).toEqual(['二维码已过期', '等待网络恢复后自动更新']);
  });
});
