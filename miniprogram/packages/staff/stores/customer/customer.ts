// One customer on their own page: who they are (CUST-1), the services of the present month (CUST-2), the notes on them (NOTE-1).
// Three requests, of which each fails alone. Observable (MobX).
import type { ApiCustomerDetail, ApiCustomerRecordsResponse } from '../../../../../typings/xcx/customers';
import type { ApiNoteItem } from '../../../../../typings/xcx/notes';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { CustomersApi } from '../../api/customers';
import type { NotesApi } from '../../api/notes';
import { isForeign } from '../../api/schema/alone';
import { monthsBefore } from '../month';
import { Reading } from '../../../../stores/reading';
import type { Kept } from '../../../../stores/reading';

/** More notes than that are nobody's reading before a call. */
const NOTES = 50;

export interface CustomerParts {
  api: CustomersApi;
  notes: Pick<NotesApi, 'notes'>;
  /** The server's. */
  clock: { now(): number };
  /** A module of another program stood in the reply: worth a line in the log. */
  onForeign(module: string): void;
  /** What CUST-1 said before. */
  kept?: Kept<ApiCustomerDetail> | undefined;
}

/** Why there is nobody to show. */
export type CustomerAbsence = 'gone' | 'no_permission';

export class CustomerStore {
  readonly head: Reading<ApiCustomerDetail>;
  readonly month: Reading<ApiCustomerRecordsResponse>;
  readonly notes: Reading<readonly ApiNoteItem[]>;

  constructor(
    readonly id: string,
    { api, notes, clock, onForeign, kept }: CustomerParts,
  ) {
    this.head = new Reading(
      async (signal) => {
        const customer = await api.customer(id, { signal, priority: 'now' });
        if (customer.ai_insight !== undefined && isForeign(customer.ai_insight)) onForeign('ai_insight');
        return customer;
      },
      kept,
      id,
    );
    this.month = new Reading((signal) => api.records(id, { ...monthsBefore(clock, 0), page: 1 }, { signal }));
    this.notes = new Reading(async (signal) => {
      const target = { target_type: 'customer', target_id: id } as const;
      return (await notes.notes({ ...target, page: 1, pageSize: NOTES }, { signal })).items;
    });
  }

  /** Null while there is somebody to show, or still may be. */
  get absence(): CustomerAbsence | null {
    const statuses = [this.head, this.month].map(({ failure }) => statusOf(failure));
    if (statuses.includes(403)) return 'no_permission';
    return statuses.includes(404) ? 'gone' : null;
  }

  /** Of what the page cannot be without: nothing can be shown as long as both failed. */
  get failure(): Failure | null {
    return this.head.failure ?? this.month.failure ?? this.notes.failure;
  }

  async read(): Promise<void> {
    await Promise.all([this.head.read(), this.month.read(), this.notes.read()]);
  }

  dispose(): void {
    for (const reading of [this.head, this.month, this.notes]) reading.dispose();
  }
}
