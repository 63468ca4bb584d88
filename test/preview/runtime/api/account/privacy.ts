// The privacy question: clipboard, choosers and phone number fail until the person has agreed.
import type { HostPorts } from '../../ports/host';
import { ApiFailure } from '../failure';
import { Signal } from '../signal';

type Answer = { event?: string; buttonId?: string };
type Asked = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

const AGREED_KEY = 'preview-privacy-agreed';

export class Privacy {
  private listener: Asked | null = null;
  private readonly waiting: ((agreed: boolean) => void)[] = [];
  readonly changed = new Signal<boolean>();

  constructor(private readonly ports: HostPorts) {}

  /** False when app.json switches the check off. */
  isRequired(): boolean {
    return this.ports.app.json['__usePrivacyCheck__'] !== false;
  }

  hasAgreed(): boolean {
    return !this.isRequired() || localStorage.getItem(AGREED_KEY) === 'true';
  }

  /** The button with open-type agreePrivacyAuthorization was tapped. */
  agree(_buttonId: string): void {
    this.remember(true);
  }

  /** Forget the answer, so that the question comes again. */
  forget(): void {
    this.remember(false);
  }

  /** wx.onNeedPrivacyAuthorization: WeChat keeps one listener. */
  readonly onNeed = (listener: Asked): void => void (this.listener = listener);

  /** Ask when needed. @returns whether the person agreed */
  request(referrer: string): Promise<boolean> {
    if (this.hasAgreed()) return Promise.resolve(true);
    const answered = new Promise<boolean>((resolve) => this.waiting.push(resolve));
    // One question for all that wait.
    if (this.waiting.length === 1) this.ask(referrer);
    return answered;
  }

  /** @throws ApiFailure as WeChat does when the person has not agreed */
  async need(api: string): Promise<void> {
    if (await this.request(api)) return;
    throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
  }

  private ask(referrer: string): void {
    if (!this.listener) {
      this.ports.report.warn(
        `${referrer} needs the privacy consent, and nothing listens with wx.onNeedPrivacyAuthorization`,
      );
      this.settle(false);
      return;
    }
    this.listener((answer) => this.answer(answer), { referrer });
  }

  private answer({ event }: Answer): void {
    if (event === 'agree') this.remember(true);
    else if (event === 'disagree') this.settle(false);
    // `exposureAuthorization` only says that the question is on the screen.
  }

  private remember(agreed: boolean): void {
    localStorage.setItem(AGREED_KEY, String(agreed));
    this.changed.emit(agreed);
    this.settle(agreed);
  }

  private settle(agreed: boolean): void {
    for (const resolve of this.waiting.splice(0)) resolve(agreed);
  }
}
