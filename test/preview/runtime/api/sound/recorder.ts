// RecorderManager: records silence, until it is stopped, into a file that every player can read.
import type { HostPorts } from '../../ports/host';
import { isRecord, optional } from '../check';
import { Signal } from '../signal';
import type { ApiState } from '../state';
import type { ApiTable, Result } from '../table';
import { ask } from '../stand-ins/ask';

const DEFAULT_MS = 60_000;
const SAMPLE_RATE = 8000;
const SCOPE = 'scope.record';

/** A WAV of 8-bit silence. */
export function silence(ms: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round((ms / 1000) * SAMPLE_RATE);
  const bytes = new Uint8Array(44 + samples).fill(0x80, 44);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string): void =>
    [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  return bytes;
}

type Event =
  | 'Start'
  | 'Resume'
  | 'Pause'
  | 'Stop'
  | 'FrameRecorded'
  | 'Error'
  | 'InterruptionBegin'
  | 'InterruptionEnd';

class Recorder {
  readonly signals = new Map<Event, Signal<Result | undefined>>();
  private state: 'idle' | 'recording' | 'paused' = 'idle';
  private recordedMs = 0;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly permit: () => Promise<void>,
    private readonly keep: (bytes: Uint8Array<ArrayBuffer>) => string,
  ) {}

  signal(name: Event): Signal<Result | undefined> {
    const known = this.signals.get(name) ?? new Signal<Result | undefined>();
    this.signals.set(name, known);
    return known;
  }

  async start(given: unknown): Promise<void> {
    if (this.state !== 'idle') return this.fail('is recording or paused');
    try {
      await this.permit();
    } catch {
      return this.fail('auth deny');
    }
    const { duration = DEFAULT_MS } = optional(isRecord(given) ? given : {}, { duration: 'Number' });
    this.recordedMs = 0;
    this.run(duration);
    return this.signal('Start').emit(undefined);
  }

  pause(): void {
    if (this.state !== 'recording') return this.fail('not recording');
    this.halt('paused');
    return this.signal('Pause').emit(undefined);
  }

  resume(): void {
    if (this.state !== 'paused') return this.fail('not paused');
    this.run(DEFAULT_MS - this.recordedMs);
    return this.signal('Resume').emit(undefined);
  }

  stop(): void {
    if (this.state === 'idle') return this.fail('recorder not start');
    this.halt('idle');
    const bytes = silence(this.recordedMs);
    this.signal('FrameRecorded').emit({ frameBuffer: bytes.slice().buffer, isLastFrame: true });
    const fileSize = bytes.byteLength;
    return this.signal('Stop').emit({ tempFilePath: this.keep(bytes), duration: this.recordedMs, fileSize });
  }

  private run(forMs: number): void {
    this.state = 'recording';
    this.since = Date.now();
    this.timer = setTimeout(() => this.stop(), forMs);
  }

  private halt(state: 'idle' | 'paused'): void {
    clearTimeout(this.timer);
    if (this.state === 'recording') this.recordedMs += Date.now() - this.since;
    this.state = state;
  }

  private fail(reason: string): void {
    this.signal('Error').emit({ errMsg: `operateRecorder:fail ${reason}` });
  }
}

const EVENTS: readonly Event[] = [
  'Start',
  'Resume',
  'Pause',
  'Stop',
  'FrameRecorded',
  'Error',
  'InterruptionBegin',
  'InterruptionEnd',
];

export function addRecorder(table: ApiTable, ports: HostPorts, { disk, account, privacy }: ApiState): void {
  const permit = async (): Promise<void> => {
    await privacy.need('RecorderManager.start');
    if (account.isGranted(SCOPE)) return;
    await ask(ports, '使用你的麦克风', '允许');
    account.grant(SCOPE);
  };
  const recorder = new Recorder(permit, (bytes) => disk.addTemporary(bytes, 'audio/wav', 'wav'));
  const manager: Record<string, unknown> = {
    start: (options?: unknown) => void recorder.start(options),
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    stop: () => recorder.stop(),
  };
  for (const name of EVENTS) manager[`on${name}`] = recorder.signal(name).on;
  table.sync('getRecorderManager', () => manager);
  table.async('startRecord', async () => {
    const stopped = new Promise<Result>((resolve) => {
      recorder.signal('Stop').on((result) => resolve({ tempFilePath: result?.['tempFilePath'] }));
    });
    await recorder.start({});
    return stopped;
  });
  table.async('stopRecord', () => recorder.stop());
  table.standIn('it records silence', ['getRecorderManager', 'startRecord', 'stopRecord']);
}
