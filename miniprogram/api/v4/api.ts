// Everything the V4 backend offers to customers, one object a domain.
import type { AuthApi } from './auth';
import type { BackpackApi } from './backpack';

export interface V4Api {
  auth: AuthApi;
  backpack: BackpackApi;
}
