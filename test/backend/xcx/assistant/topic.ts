// What a new conversation is about, and the customer that a question means.
import type { Context } from '../../context';
import { field } from '../../http/input';
import { int } from '../../db/store';
import type { Worker } from '../auth/gate';
import { customerById, isOwn, requireCustomer } from '../customers/rows';
import type { Customer } from '../customers/rows';
import { invalid } from '../errors';
import { idIn, wordIn } from '../input';
import { requireTask, taskById } from '../tasks/rows';
import { CONTEXT_TYPES } from './chats';
import type { Topic } from './chats';

/**
 * Reads `{context_type, context_id?}`. Throws 422, or the refusal that the route of the task or customer would give.
 */
export function topicIn(ctx: Context, worker: Worker, body: unknown): Topic {
  const context_type = wordIn(body, 'context_type', CONTEXT_TYPES, 'general');
  if (context_type === 'general') return { context_type, context_id: null, title: '通用助手' };
  const context_id = idIn(body, 'context_id');
  if (context_type === 'coach') {
    if ((field(body, 'context_id') ?? null) !== null && context_id === undefined)
      throw invalid('context_id 不正确', 'context_id');
    return { context_type, context_id: context_id ?? null, title: '业绩助手' };
  }
  if (context_id === undefined) throw invalid('context_id 不能为空', 'context_id');
  if (context_type === 'task') {
    return {
      context_type,
      context_id,
      title: requireTask(ctx, worker, { id: context_id }).item.customer_name,
    };
  }
  return { context_type, context_id, title: requireCustomer(ctx, worker, context_id).name };
}

/** The customer named in the words, else the one of the conversation; only those the caller may see. */
export function customerMeant(
  ctx: Context,
  worker: Worker,
  topic: Topic,
  words: string,
): Customer | undefined {
  const named = ctx.store.all(
    'SELECT customer_id FROM xcx_customers WHERE instr(?, name) > 0 ORDER BY customer_id',
    words,
  );
  const free = worker.coach_id === null || worker.may('all_customers');
  const seen = named
    .map((row) => customerById(ctx, int(row, 'customer_id')))
    .find((customer) => free || isOwn(ctx, worker.coach_id ?? 0, customer));
  if (seen !== undefined || topic.context_id === null) return seen;
  if (topic.context_type === 'customer') return customerById(ctx, topic.context_id);
  if (topic.context_type === 'task') return customerById(ctx, taskById(ctx, topic.context_id).customer_id);
  return undefined;
}
