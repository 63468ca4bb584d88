// The customer routes (CUST-1, CUST-2).
import type { FastifyInstance } from 'fastify';
import type { ApiCustomerRecordsResponse } from '../../../../typings/xcx/customers';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import { requireWorker } from '../auth/gate';
import type { Worker } from '../auth/gate';
import { serve } from '../envelope';
import { invalid } from '../errors';
import { idIn, pagingIn } from '../input';
import { monthIn } from '../performance/routes';
import { textField } from '../../http/input';
import { monthSpan } from '../time';
import { deployedCustomer, deployedRecords } from './deployed';
import { customerDetail } from './detail';
import { masked, relationIndex, requireCustomer } from './rows';
import type { Customer } from './rows';
import { serviceRecords } from './services';

const PAGE = 20;

/** The table of a query, or null for all. Throws 422. */
function tableIn(query: unknown): number | null {
  if (textField(query, 'table') === undefined) return null;
  const table = idIn(query, 'table');
  if (table === undefined) throw invalid('table 不正确', 'table');
  return table;
}

/** CUST-2: without the permission a coach sees only what he or she did. */
function recordsOf(ctx: Context, worker: Worker, customer: Customer, query: unknown): unknown {
  const { customer_id } = customer;
  const coach_id = worker.may('all_customers') ? null : worker.coach_id;
  const span = monthSpan(...monthIn(query));
  const tables = ctx.store.all(
    `SELECT DISTINCT t.table_id, t.name FROM xcx_earnings e JOIN xcx_tables t USING (table_id)
     WHERE e.customer_id = ?1 AND (?2 IS NULL OR e.coach_id = ?2) AND e.started_at >= ?3 AND e.started_at < ?4
     ORDER BY t.table_id`,
    customer_id,
    coach_id,
    span.from,
    span.to,
  );
  const offset = (pagingIn(ctx, query).page - 1) * PAGE;
  const wanted = { customer_id, coach_id, span, table_id: tableIn(query), limit: PAGE + 1, offset };
  const records = serviceRecords(ctx, wanted);
  const shown: ApiCustomerRecordsResponse = {
    customer_name: customer.name,
    customer_phone: masked(customer.phone),
    relation_index: relationIndex(ctx, customer_id, worker.coach_id),
    tables: tables.map((row) => ({ id: String(int(row, 'table_id')), name: text(row, 'name') })),
    records: records.slice(0, PAGE),
    has_more: records.length > PAGE,
  };
  return ctx.xcx.isDeployed ? deployedRecords(ctx, { worker, customer, coach_id, span }, shown) : shown;
}

export function customerRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/customers/:id',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const customer = requireCustomer(ctx, worker, idIn(request.params, 'id'));
      const show = ctx.xcx.isDeployed ? deployedCustomer : customerDetail;
      return show(ctx, worker, customer);
    }),
  );
  app.get(
    '/customers/:id/records',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const customer = requireCustomer(ctx, worker, idIn(request.params, 'id'));
      return recordsOf(ctx, worker, customer, request.query);
    }),
  );
}
