// Decoder of the staff member behind an xcx token (AUTH-3).
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { nullable, number, record, schemaFor, text } from '../../schema';
import type { Schema } from '../../schema';

const status: Schema<ApiUserInfo['status']> = text;

export const staffUserSchema = schemaFor<ApiUserInfo>()(
  record(
    { user_id: number, status, nickname: text },
    {
      avatar_url: text,
      role: text,
      store_name: text,
      coach_level: text,
      reject_reason: nullable(text),
    },
  ),
);
