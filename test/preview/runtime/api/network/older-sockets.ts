// The socket API from before there were tasks: it acts on the one that was opened last.
import { isRecord } from '../check';
import { ApiFailure } from '../failure';
import { Signal } from '../signal';
import { deliver, type ApiTable, type Result } from '../table';

type Told = (listener: (value: Result) => void) => void;

/** The part of a task that is used here. */
interface Task {
  onOpen: Told;
  onMessage: Told;
  onClose: Told;
  onError: Told;
  send: (options?: unknown) => void;
  close: (options?: unknown) => void;
}

export class OlderSockets {
  private readonly signals = {
    Open: new Signal<Result>(),
    Message: new Signal<Result>(),
    Close: new Signal<Result>(),
    Error: new Signal<Result>(),
  };
  private task: Task | null = null;

  /** A socket was opened. */
  opened(task: Task): void {
    this.task = task;
    const { Open, Message, Close, Error: Failed } = this.signals;
    task.onOpen((value) => Open.emit(value));
    task.onMessage((value) => Message.emit(value));
    task.onClose((value) => Close.emit(value));
    task.onError((value) => Failed.emit(value));
  }

  add(table: ApiTable): void {
    for (const [name, signal] of Object.entries(this.signals)) table.value(`onSocket${name}`, signal.on);
    for (const [name, act] of [
      ['sendSocketMessage', 'send'],
      ['closeSocket', 'close'],
    ] as const)
      table.value(name, (given?: unknown) => {
        const options = isRecord(given) ? given : {};
        if (this.task) return this.task[act](options);
        return deliver(name, options, () => Promise.reject(new ApiFailure('WebSocket is not connected')));
      });
  }
}
