// The backend of a run with staff: the chat and the staff's API in this process.
import type { Begin } from '../../run';
import { Server } from '../server';
import { createWorldTime } from '../time';
import { StaffServer } from './server';

export const withStaff: Begin = async (start_ms, profile, weather) => {
  const time = createWorldTime(start_ms);
  return new Server(time, weather, profile, StaffServer.begin(time, profile));
};
