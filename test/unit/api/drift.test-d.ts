// Checked by `tsc -p test/tsconfig.json` alone: a schema that drifts from its contract type does not compile. Each
// expected error below is a kind of drift; if one of them compiled, tsc would say that the expectation is unused.
import type { ApiTaskPinResponse } from '../../../typings/xcx/tasks';
import type { RateReply } from '../../../typings/v4/chat';
import type { Item } from '../../../typings/v4/backpack';
import { flag, id, list, nullable, number, record, schemaFor, text } from '../../../miniprogram/api/schema';
import type { Same, Schema } from '../../../miniprogram/api/schema';
import type { V4RouteName } from '../../../miniprogram/api/v4/routes';
import type { xcxRoutes } from '../../../miniprogram/api/xcx/routes';
import type { V4_SCHEMAS, XCX_SCHEMAS } from '../../contract/decode/schemas';

interface Reply {
  id: string;
  name: string;
  count?: number;
  note?: string | null;
  rows: { at: string }[];
}
const rows = list(record({ at: text }, {}));

/** The whole of it compiles. */
export const right: Schema<Reply> = schemaFor<Reply>()(
  record({ id, name: text, rows }, { count: number, note: nullable(text) }),
);

// @ts-expect-error a required field is missing
schemaFor<Reply>()(record({ id, rows }, { count: number, note: nullable(text) }));
// @ts-expect-error an optional field is missing
schemaFor<Reply>()(record({ id, name: text, rows }, { note: nullable(text) }));
// @ts-expect-error a field too many
schemaFor<Reply>()(record({ id, name: text, rows, more: text }, { count: number, note: nullable(text) }));
// @ts-expect-error a field of another type
schemaFor<Reply>()(record({ id, name: number, rows }, { count: number, note: nullable(text) }));
// @ts-expect-error required where the contract says optional
schemaFor<Reply>()(record({ id, name: text, rows, count: number }, { note: nullable(text) }));
// @ts-expect-error optional where the contract says required
schemaFor<Reply>()(record({ id, rows }, { name: text, count: number, note: nullable(text) }));
// @ts-expect-error null where the contract has none
schemaFor<Reply>()(record({ id, name: nullable(text), rows }, { count: number, note: nullable(text) }));
// @ts-expect-error no null where the contract has one
schemaFor<Reply>()(record({ id, name: text, rows }, { count: number, note: text }));
// @ts-expect-error a renamed field, as the retired clients had them
schemaFor<Pick<Item, 'item_id'>>()(record({ item_instance_id: id }, {}));

const optional = { count: number, note: nullable(text) };
const numberedRows = record({ id, name: text, rows: list(record({ at: number }, {})) }, optional);
const oneRow = record({ id, name: text, rows: record({ at: text }, {}) }, optional);
// @ts-expect-error deep inside a row
schemaFor<Reply>()(numberedRows);
// @ts-expect-error a row where a list is meant
schemaFor<Reply>()(oneRow);
// @ts-expect-error a contract type that grew: the schema of today's does not decode it
schemaFor<ApiTaskPinResponse & { pinned_at: string }>()(record({ is_pinned: flag }, {}));
const rated = record({ satisfaction_score: number }, { customer_service_session_id: id, session_id: id });
// @ts-expect-error a contract type that lost a field
schemaFor<Omit<RateReply, 'session_id'>>()(rated);

/** No route without a schema: the tables of schemas have the very names of the route tables. */
export const everyRoute: Same<
  keyof typeof V4_SCHEMAS | keyof typeof XCX_SCHEMAS,
  V4RouteName | keyof typeof xcxRoutes
> = true;
