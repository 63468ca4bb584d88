// How many requests it takes to look at the coaches in every order that their fields tell: none.
import { Boards } from '../../../miniprogram/packages/staff/stores/boards/boards';
import { desk } from '../../unit/staff/boards/kit';
import type { Figures, Measure } from '../figures';

const ORDERS = ['salary_desc', 'salary_asc', 'task_desc', 'perf_asc', 'perf_desc'];
const ROUNDS = 4;

async function run(): Promise<Figures> {
  const { boards, server } = desk();
  await boards.look();
  if (!(boards instanceof Boards) || boards.read_at === null) throw new Error('the board was not read');
  server.asked = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const sort of ORDERS) await boards.set({ sort });
  const switch_requests = server.asked.length;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const sort of ['sv_desc', 'perf_desc']) await boards.set({ sort });
  return {
    'boards.switch_requests': switch_requests,
    'boards.stored_value_requests': server.asked.length - switch_requests,
  };
}

export const boardSwitches: Measure = {
  name: 'boards',
  run,
  limits: { 'boards.switch_requests': 0, 'boards.stored_value_requests': 1 },
};
