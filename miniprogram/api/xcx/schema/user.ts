// Decoder of the staff member behind an xcx token (AUTH-3).
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { nullable, record, schemaFor, text } from '../../schema';
import type { Schema } from '../../schema';
import { BROKEN, valueOf } from '../../schema-run';

const status: Schema<ApiUserInfo['status']> = text;

/** A number in the published types. One that a double rounds would be somebody else: it is refused. */
const user_id: Schema<number> = valueOf('safe integer', (value) => {
  const read = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) ? read : BROKEN;
});

export const staffUserSchema = schemaFor<ApiUserInfo>()(
  record(
    { user_id, status, nickname: text },
    {
      avatar_url: text,
      role: text,
      store_name: text,
      coach_level: text,
      reject_reason: nullable(text),
    },
  ),
);
