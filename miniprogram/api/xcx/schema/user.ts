// Decoder of the staff member behind an xcx token (AUTH-3).
import type { ApiStore, ApiUserInfo } from '../../../../typings/xcx/auth';
import { goodRows } from '../../rows';
import { filled, id, nullable, record, schemaFor, text } from '../../schema';
import type { Schema } from '../../schema';
import { BROKEN, valueOf } from '../../schema-run';
import { aliased, words } from './common';

const status: Schema<ApiUserInfo['status']> = text;

/**
 * A number in the published types. One that a double cannot hold exactly is refused, for rounded it would name another
 * person.
 */
const user_id: Schema<number> = valueOf('safe integer', (value) => {
  const read = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) ? read : BROKEN;
});

const store = schemaFor<ApiStore>()(
  filled(
    record({ store_id: id, store_name: text }, {}),
    aliased({ store_id: ['site_id', 'id'], store_name: ['site_name', 'name'] }),
  ),
);

export const staffUserSchema = schemaFor<ApiUserInfo>()(
  filled(
    record(
      { user_id, status, nickname: words },
      {
        avatar_url: text,
        role: text,
        store_name: text,
        coach_level: text,
        reject_reason: nullable(text),
        store_id: id,
        stores: goodRows(store),
      },
    ),
    aliased({
      avatar_url: 'avatar',
      reject_reason: ['review_note', 'reason', 'message'],
      store_id: 'site_id',
    }),
  ),
);
