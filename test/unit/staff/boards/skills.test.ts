// The skills of a store: what is chosen of them is asked for only once it is known that the store has it.
import type { ApiSkillType } from '../../../../typings/xcx/config';
import { settle } from '../../../support/fake-time';
import { desk, FakeBoards, SKILLS } from './kit';

const link = (skill: string) => ({ board: 'coaches', skill });

test('a skill of a link that the store does not have is never asked for, at the first look either', async () => {
  const { boards, server } = desk();
  boards.open(link('CHESS'));
  await boards.look();
  expect([server.asked, boards.filter['skill']]).toEqual([['coaches perf_desc ALL month'], '']);
});

test('where the skills cannot be read the one that is chosen stays; they are asked for again with the next look', async () => {
  const server = new FakeBoards();
  server.skills = { kind: 'network' };
  const { boards } = desk(server);
  boards.open(link('SNOOKER'));
  await boards.look();
  expect([server.asked, boards.skills]).toEqual([['coaches perf_desc SNOOKER month'], null]);
  server.skills = SKILLS;
  await boards.look();
  await settle();
  expect([boards.skills, boards.filter['skill']]).toEqual([SKILLS, 'SNOOKER']);
});

test('what is chosen while the skills are read is not undone by them', async () => {
  const server = new FakeBoards();
  let answer = (): void => undefined;
  server.skills = new Promise<readonly ApiSkillType[]>((resolve) => (answer = () => resolve(SKILLS)));
  const { boards } = desk(server);
  boards.open(link('CHESS'));
  const first = boards.look();
  await settle();
  const second = boards.set({ time: 'quarter' });
  answer();
  await Promise.all([first, second]);
  expect([boards.filter['time'], boards.filter['skill'], server.asked]).toEqual([
    ...['quarter', '', ['coaches perf_desc ALL quarter']],
  ]);
});
