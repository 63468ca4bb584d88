// Decoders of one coach (COACH-1). Each part may be missing.
import type {
  ApiCoachDetail,
  ApiCoachMonth,
  ApiCoachPageTask,
  ApiCoachRecord,
  ApiTopCustomer,
} from '../../../../../typings/xcx/coaches';
import { flag, id, missingAs, record, schemaFor, text } from '../../../../api/schema';
import { figure, ownRows, quantity, rows, words } from '../../../../api/xcx/schema/common';
import { noteSchema } from './notes';

const person = { customer_id: id, is_scattered: flag };

const topCustomer = schemaFor<ApiTopCustomer>()(
  record(
    {
      customer_name: words,
      relation_index: words,
      visit_count: figure,
      total_hours: figure,
      total_income: figure,
    },
    person,
  ),
);

const coachRecord = schemaFor<ApiCoachRecord>()(
  record(
    {
      customer_name: words,
      date: text,
      course_type: words,
      course_type_class: words,
      table: words,
      hours: figure,
      income: figure,
    },
    { ...person, hours_raw: quantity },
  ),
);

const pageTask = schemaFor<ApiCoachPageTask>()(
  record(
    {
      id,
      customer_name: words,
      task_type: words,
      task_type_label: words,
      deadline: words,
      status: words,
    },
    { abandon_reason: text },
  ),
);

const month = schemaFor<ApiCoachMonth>()(
  record(
    {
      month: text,
      estimated: missingAs(flag, false),
      customers: figure,
      hours: figure,
      salary: figure,
      callback_done: figure,
      recall_done: figure,
    },
    {},
  ),
);

const NO_TASKS: ApiCoachDetail['task_groups'] = { visible: [], hidden: [], abandoned: [] };
const tasks = ownRows(pageTask);

export const coachSchema = schemaFor<ApiCoachDetail>()(
  record(
    {
      id,
      name: words,
      avatar: words,
      level: words,
      skills: rows(text),
      total_hours: figure,
      total_income: figure,
      total_customers: figure,
      month_label: words,
      income: rows(record({ label: text, amount: figure, icon: words }, { desc: text })),
      tier_nodes: rows(quantity),
      top_customers: ownRows(topCustomer),
      service_records: ownRows(coachRecord),
      task_groups: missingAs(record({ visible: tasks, hidden: tasks, abandoned: tasks }, {}), NO_TASKS),
      notes: ownRows(noteSchema),
      history_months: ownRows(month),
    },
    { level_color: text },
  ),
);
