// Tickets: what became of a person's complaints. The row is all there is of one.
import { beijingIso } from '../../clock';
import { id, int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { textField } from '../../http/input';
import { readBack } from '../ids';
import type { ChatPort } from './port';
import { pageOf } from './reading';

const when = (ms: number | null): string | null => (ms === null ? null : beijingIso(ms));

function issueView(row: Row) {
  const session = row['session_id'];
  return {
    issue_id: readBack(id(row, 'issue_id')),
    issue_type: text(row, 'issue_type'),
    status: text(row, 'status'),
    priority: text(row, 'priority'),
    title: text(row, 'title'),
    description: text(row, 'description'),
    resolution: maybeText(row, 'resolution'),
    session_id: typeof session === 'bigint' ? readBack(session) : null,
    created_at: beijingIso(int(row, 'created_at')),
    updated_at: beijingIso(int(row, 'updated_at')),
    resolved_at: when(maybeInt(row, 'resolved_at')),
  };
}

/** A page of a person's tickets, newest first, optionally of one `status` or `issue_type`. */
export function issueList(port: ChatPort, userId: number, query: unknown) {
  const { page, page_size, offset } = pageOf(query, 10);
  const filter = [userId, textField(query, 'status') ?? null, textField(query, 'issue_type') ?? null];
  const where = 'user_id = ?1 AND (?2 IS NULL OR status = ?2) AND (?3 IS NULL OR issue_type = ?3)';
  const sql = `SELECT * FROM chat_issues WHERE ${where} ORDER BY created_at DESC, issue_id DESC LIMIT ?4 OFFSET ?5`;
  const rows = port.store.all(sql, ...filter, page_size, offset).map(issueView);
  const count = int(port.store.one(`SELECT COUNT(*) AS n FROM chat_issues WHERE ${where}`, ...filter), 'n');
  return { rows, count, page, page_size };
}
