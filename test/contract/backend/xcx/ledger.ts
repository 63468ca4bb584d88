// The stored rows from which figures are worked out a second time.
import { int } from '../../../backend/db/store';
import type { Row } from '../../../backend/db/store';
import { sum } from './client';
import type { StaffClient } from './client';

export interface Ledger {
  visits: Row[];
  services: Row[];
  recharges: Row[];
  /** What visits cost together, yuan. */
  amount(visits: readonly Row[]): number;
}

export function ledgerOf(staff: StaffClient): Ledger {
  const services = staff.rows(
    'SELECT s.*, v.started_at, v.customer_id FROM xcx_services s JOIN xcx_visits v USING (visit_id)',
  );
  const feeOf = (visit: Row) =>
    sum(
      services.filter((one) => one['visit_id'] === visit['visit_id']),
      'fee',
    );
  const amountOf = (visit: Row) =>
    int(visit, 'table_fee') + int(visit, 'drinks_fee') - int(visit, 'discount') + feeOf(visit);
  return {
    visits: staff.rows('SELECT * FROM xcx_visits JOIN xcx_tables USING (table_id)'),
    services,
    recharges: staff.rows('SELECT * FROM xcx_recharges'),
    amount: (visits) => visits.reduce((total, visit) => total + amountOf(visit), 0),
  };
}
