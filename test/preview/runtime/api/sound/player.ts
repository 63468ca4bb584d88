// One sound: the browser's player with WeChat's properties and events, for InnerAudioContext and BackgroundAudioManager.
import { Signal } from '../signal';

/** WeChat's event by the browser's. */
const EVENTS: Readonly<Record<string, string>> = {
  canplay: 'Canplay',
  play: 'Play',
  timeupdate: 'TimeUpdate',
  ended: 'Ended',
  waiting: 'Waiting',
  seeking: 'Seeking',
  seeked: 'Seeked',
};
const OWN = ['Pause', 'Stop', 'Error'] as const;

/** By the browser's: aborted, network, decoding, not supported. */
const CODES: readonly number[] = [10001, 10001, 10002, 10004, 10003];

export interface SoundError {
  errMsg: string;
  errCode: number;
}

export class Player {
  readonly element = new Audio();
  private readonly signals = new Map<string, Signal<unknown>>();
  private source = '';
  startTime = 0;

  /**
   * @param urlOf from what is written in `src` to what the browser can load
   * @param eager plays as soon as it has a source
   */
  constructor(
    private readonly urlOf: (source: string) => string,
    private readonly eager = false,
  ) {
    for (const [type, name] of Object.entries(EVENTS)) {
      const signal = this.signal(name);
      this.element.addEventListener(type, () => signal.emit(undefined));
    }
    OWN.forEach((name) => this.signal(name));
    this.element.addEventListener('pause', () => {
      if (!this.element.ended && this.element.currentTime > 0) this.signal('Pause').emit(undefined);
    });
    this.element.addEventListener('error', () => this.fail(this.element.error));
  }

  /** Names of the events that it has. */
  get events(): string[] {
    return [...this.signals.keys()];
  }

  signal(name: string): Signal<unknown> {
    const known = this.signals.get(name) ?? new Signal<unknown>();
    this.signals.set(name, known);
    return known;
  }

  get src(): string {
    return this.source;
  }

  set src(source: string) {
    this.source = source;
    this.element.src = this.urlOf(source);
    if (this.startTime > 0) this.element.currentTime = this.startTime;
    if (this.eager) this.play();
  }

  play(): void {
    this.element.play().catch((refused: unknown) => {
      // A faulty file is reported by the `error` event. Here only the browser's demand for a touch before the first
      // sound is handled.
      if (refused instanceof DOMException && refused.name === 'NotAllowedError')
        this.tell(10001, 'play() needs a touch first in a browser');
    });
  }

  pause(): void {
    this.element.pause();
  }

  stop(): void {
    this.element.pause();
    this.element.currentTime = 0;
    this.signal('Stop').emit(undefined);
  }

  seek(seconds: number): void {
    this.element.currentTime = seconds;
  }

  destroy(): void {
    this.element.pause();
    this.element.removeAttribute('src');
    for (const signal of this.signals.values()) signal.off();
  }

  get buffered(): number {
    const { buffered } = this.element;
    return buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
  }

  private fail(error: MediaError | null): void {
    if (this.source === '') return;
    this.tell(CODES[error?.code ?? 0] ?? -1, error?.message ?? '');
  }

  private tell(errCode: number, reason: string): void {
    const told: SoundError = { errCode, errMsg: `play audio fail: ${reason} (${this.source})` };
    this.signal('Error').emit(told);
  }
}
