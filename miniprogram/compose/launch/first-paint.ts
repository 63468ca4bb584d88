// What the first screen does not show waits until it has been painted.
import { observable, runInAction, when } from 'mobx-miniprogram';
import { oncePerCore } from '../once';

/** A page is ready when its nodes are laid out; its pixels follow within a frame or two. */
const PAINT_MS = 50;

const painted = oncePerCore(() => observable.box(false));

/** A page is ready: calls after the first change nothing. */
export function pageReady(): void {
  const box = painted();
  if (box.get()) return;
  useTimers().after(PAINT_MS, () => runInAction(() => box.set(true)));
}

/** Runs once the first page has been painted; at once where it has. */
export function afterFirstPaint(run: () => void): void {
  when(() => painted().get(), run);
}

const useTimers = oncePerCore(({ platform }) => platform.timers);
