// A task's page for tests: the real store, decoder and fields; the server and the list of tasks are what a test says.
import * as v from 'valibot';
import type { ApiTaskDetail, ApiTaskItem } from '../../../typings/xcx/tasks';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { configFor } from '../../../miniprogram/config';
import { taskDetailSchema } from '../../../miniprogram/packages/staff/api/schema/task';
import { TaskStore } from '../../../miniprogram/packages/staff/stores/task/task';
import { taskFields, taskRows } from '../../../miniprogram/packages/staff/stores/task/task-view';
import type { ShownTask } from '../../../miniprogram/packages/staff/stores/task/task-view';

export const NOW = Date.parse('2026-11-27T12:00:00+08:00');
export const levels = configFor('development').stored_value_levels;

/** The least that a task's reply can be. */
export const BARE = {
  ...{ id: '7', customer_name: '林小满', customer_avatar: '', task_type: 'follow_up_visit' },
  ...{ is_pinned: false, status: 'pending' },
};
export const FULL = {
  ...BARE,
  ...{ deadline: '2026-11-25', heart_score: 9.2, hobbies: ['中八'], balance: 3280, days_absent: 18 },
  ...{ last_spend_amount: 368, spend_trend: 'down', churn_risk: 'high', last_visit_date: '2026-11-09' },
  ...{ customer_phone: '13800000031', customer_id: '9', callback_reason: '很久没来', preferences: ['靠窗'] },
  talking_points: ['最近忙吗？'],
  retention_clues: [{ tag: '玩法', tag_color: 'primary', emoji: '🎱', text: '只打中八', source: 'AI' }],
  service_summary: { total_hours: 46.5, total_income: 5820, avg_income: 253 },
  service_records: [
    { table: 'A03', type: '基础课', duration: 2, income: 260, drinks: '', date: '2026-11-09' },
  ],
  ai_analysis: { summary: '在意固定球台', suggestions: ['周末联系'] },
  action_suggestions: ['发微信'],
  notes: [{ id: '1', content: '没人接', tag_type: 'coach', tag_label: '', created_at: '2026-11-27' }],
};
export const decode = (reply: object): ApiTaskDetail => v.parse(taskDetailSchema, reply);

interface Answers {
  reply?: object;
  failure?: Failure;
}

export function page(answers: Answers) {
  const foreign: string[] = [];
  const asked: string[] = [];
  const done = (act: string, trouble = ''): Promise<string> => {
    asked.push(act);
    return Promise.resolve(trouble);
  };
  let gone = false;
  let changed: Partial<ApiTaskItem> = {};
  const store = new TaskStore('7', {
    api: {
      task: async () => {
        asked.push('task');
        if (answers.failure !== undefined) throw new ApiError(answers.failure);
        return Promise.resolve(decode(answers.reply ?? FULL));
      },
    },
    tasks: {
      now: (task) => (gone || task.id !== '7' ? null : { ...task, ...changed }),
      receive: ({ id }) => void asked.push(`receive ${id}`),
      setPinned: () => done('pin'),
      abandon: () => done('abandon', '没能放弃“林小满”的任务，已恢复原样。'),
      restore: () => done('restore'),
    },
    onForeign: (module) => foreign.push(module),
  });
  const shown: ShownTask = { store: () => store, notes: () => null, now: () => NOW, levels };
  const fields = taskFields(shown);
  const read = (name: string) => fields[name]?.();
  const leave = () => (gone = true);
  const change = (now: Partial<ApiTaskItem>) => (changed = now);
  return { store, foreign, read, rows: () => taskRows(shown), answers, asked, leave, change };
}

export async function opened(answers: Answers) {
  const made = page(answers);
  await made.store.refresh();
  return made;
}
