// What of a sign-in is persisted, and how it is checked when it is read back.
import * as v from 'valibot';
import type { User } from '../../../typings/v4/auth';
import type { ApiUserInfo } from '../../../typings/xcx/auth';
import type { SignedOutReason } from '../../api/errors';
import type { Tokens } from '../../api/gate';
import { record, schemaFor, text, token } from '../../api/schema';
import type { Schema } from '../../api/schema';
import { userSchema } from '../../api/v4/schema/auth';
import { staffUserSchema } from '../../api/xcx/schema/user';
import { keyFor } from '../../platform/storage-key';
import type { StorageKey } from '../../platform/storage-types';

const kept = <T>(name: string, schema: Schema<T>): StorageKey<T> => keyFor(name, 'kept', schema);

const tokens = schemaFor<Tokens>()(
  record({ access_token: token }, { refresh_token: token, refresh_cookie: token }),
);

/** Who was last signed in as that identity, on the app's shelf; `ended` says why no longer. */
export interface LastSignIn {
  user_id: string;
  ended?: SignedOutReason;
}

const reason: Schema<SignedOutReason> = v.picklist([
  'expired',
  'replaced',
  'revoked',
  'invalid',
  'inactive',
  'left',
]);
const lastSignIn = schemaFor<LastSignIn>()(record({ user_id: text }, { ended: reason }));

export const lastSignInKey = (identity: 'customer' | 'staff') => kept(`signed_in.${identity}`, lastSignIn);
/** On the person's own shelf, so that a wipe takes them too. */
export const tokensKey = kept<Tokens>('tokens', tokens);
export const customerKey = kept<User>('user', userSchema);
export const staffKey = kept<ApiUserInfo>('user', staffUserSchema);
