/** @jest-environment jsdom */
import { Privacy } from '../../../../preview/runtime/api/account/privacy';
import type { HostPorts } from '../../../../preview/runtime/ports/host';
import { partialPorts } from './fakes';

type Answer = { event?: string };

function privacy(json: Record<string, unknown> = {}) {
  const report = { unknown: jest.fn(), standIn: jest.fn(), error: jest.fn(), warn: jest.fn() };
  const ports = partialPorts({ app: { json } as unknown as HostPorts['app'], report });
  return { privacy: new Privacy(ports), report };
}

beforeEach(() => localStorage.clear());

describe('the privacy question', () => {
  it('fails a protected call when nothing listens', async () => {
    const { privacy: asked, report } = privacy();
    await expect(asked.need('chooseImage')).rejects.toMatchObject({
      reason: 'privacy permission is not authorized',
      extra: { errno: 104 },
    });
    expect(report.warn).toHaveBeenCalledTimes(1);
  });

  it('asks the last listener once for all calls that wait, and remembers the answer', async () => {
    const { privacy: asked } = privacy();
    const first = jest.fn();
    const answers: ((answer: Answer) => void)[] = [];
    const referrers: string[] = [];
    asked.onNeed(first);
    asked.onNeed((resolve, { referrer }) => {
      answers.push(resolve);
      referrers.push(referrer);
    });
    const calls = [asked.need('setClipboardData'), asked.need('chooseMedia')];
    expect(first).not.toHaveBeenCalled();
    expect(referrers).toEqual(['setClipboardData']);
    answers[0]?.({ event: 'exposureAuthorization' });
    expect(asked.hasAgreed()).toBe(false);
    answers[0]?.({ event: 'agree' });
    await Promise.all(calls);
    expect(asked.hasAgreed()).toBe(true);
    await asked.need('chooseMedia');
    expect(referrers).toHaveLength(1);
  });

  it('fails the call after a refusal and asks again the next time', async () => {
    const { privacy: asked } = privacy();
    const ask = jest.fn((resolve: (answer: Answer) => void) => resolve({ event: 'disagree' }));
    asked.onNeed(ask);
    await expect(asked.need('chooseMedia')).rejects.toThrow();
    await expect(asked.need('chooseMedia')).rejects.toThrow();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is not asked where app.json switches the check off', async () => {
    const { privacy: asked } = privacy({ __usePrivacyCheck__: false });
    await expect(asked.need('chooseMedia')).resolves.toBeUndefined();
  });
});
