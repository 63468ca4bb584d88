// What a request is doing, as a page shows it.
import type { Failure } from '../../api/errors';

export type Progress = { state: 'idle' } | { state: 'running' } | { state: 'failed'; failure: Failure };

export const IDLE: Progress = { state: 'idle' };
export const RUNNING: Progress = { state: 'running' };
export const failed = (failure: Failure): Progress => ({ state: 'failed', failure });

/** Why it failed; null where it did not. */
export const failureIn = (progress: Progress): Failure | null =>
  progress.state === 'failed' ? progress.failure : null;
