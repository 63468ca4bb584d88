// Decoders of the V4 auth replies.
import type {
  LoginReply,
  LoginSession,
  LoginSessionsReply,
  ProfileReply,
  RefreshReply,
  Role,
  SendCodeReply,
  User,
  VerifyReply,
} from '../../../../typings/v4/auth';
import { goodRows } from '../../rows';
import { flag, id, list, nullable, number, open, record, schemaFor, text, token } from '../../schema';

const role = schemaFor<Role>()(record({ role_name: text, role_level: number }, { role_uuid: text }));

const person = {
  required: {
    user_id: id,
    mobile: text,
    role_level: number,
    roles: list(role),
    status: open<'active' | 'inactive' | 'banned'>(),
  },
  optional: {
    nickname: nullable(text),
    user_level: text,
    consecutive_fail_count: number,
    history_total_points: number,
    created_at: text,
    last_login: nullable(text),
    login_count: number,
  },
};

export const userSchema = schemaFor<User>()(record(person.required, person.optional));

export const sendCodeSchema = schemaFor<SendCodeReply>()(
  record({ expires_in: number }, { sms_sent: flag, sms_fail_code: text }),
);

export const loginSchema = schemaFor<LoginReply>()(
  record(
    { access_token: token, user: userSchema },
    { refresh_token: token, is_new_user: flag, expires_in: number, timestamp: text },
  ),
);

export const refreshSchema = schemaFor<RefreshReply>()(
  record(
    { access_token: token },
    { refresh_token: token, user: userSchema, expires_in: number, timestamp: text },
  ),
);

export const verifySchema = schemaFor<VerifyReply>()(
  record({ ...person.required, valid: flag }, { ...person.optional, token_valid: flag, timestamp: text }),
);

export const profileSchema = schemaFor<ProfileReply>()(record({ user: userSchema }, { timestamp: text }));

const loginSession = schemaFor<LoginSession>()(
  record(
    { authentication_session_id: id, device_id: nullable(text), is_current: flag },
    {
      login_platform: nullable(text),
      login_ip: nullable(text),
      login_location: nullable(text),
      last_activity: nullable(text),
      expires_at: nullable(text),
    },
  ),
);

export const loginSessionsSchema = schemaFor<LoginSessionsReply>()(
  record({ list: goodRows(loginSession) }, {}),
);
