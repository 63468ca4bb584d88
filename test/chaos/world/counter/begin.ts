// The backend of a run with a counter: the chat and the backpack in this process.
import type { Begin } from '../../run';
import { Server } from '../server';
import { createWorldTime } from '../time';
import { Counter } from './counter';

export const withCounter: Begin = async (start_ms, profile, weather) => {
  const time = createWorldTime(start_ms);
  return new Server(time, weather, profile, undefined, new Counter(time.backend, profile));
};
