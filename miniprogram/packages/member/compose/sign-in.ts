// The customers' sign-in for its page.
import { useCore } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import { SignInStore } from '../stores/sign-in/sign-in';

export { explainEnded } from '../../../api/explain';
export { signInFields } from '../stores/sign-in/sign-in-view';

/** The one sign-in form: its count-down survives its page. */
export const useSignIn = oncePerCore(
  (core) =>
    new SignInStore({
      session: core.session,
      clock: core.platform.clock,
      timers: core.platform.timers,
      area: core.store.area('app'),
      is_demo: core.config.environment === 'development',
    }),
);

/** Whose mini program it is. */
export const shopName = (): string => useCore().config.shop_name;

/** True while a customer is signed in (observable). */
export const isSignedIn = (): boolean => useCore().session.customer.state === 'signed_in';
