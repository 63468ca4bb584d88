// The app: builds the core at launch and keeps it for the pages; update prompt, error log, the page for wrong links, and
// the way to the sign-in page when the server ends a sign-in.
import type { SignedOutReason } from './api/errors';
import type { Core } from './compose/core';
import { openPage, replacePage, stoodStill } from './compose/bind/go';
import { startCore } from './compose/start';
import { logErrors, logStorageProblems } from './compose/launch/error-log';
import { offerUpdates } from './compose/launch/updates';
import { redacted } from './format/redacted';
import { MISSING, signInAgainUrl, SIGN_IN_URLS } from './routes';
import type { IdentityName } from './stores/person/identity';

/** What `getApp()` answers; `compose/bind/page` reads it. */
interface StoreApp extends Record<string, unknown> {
  core: Core | undefined;
}

/**
 * Asks to sign in again, says why, and leads back here. A page of the person's is replaced by it, so that it is built
 * anew for whoever signs in; a tab stays below, for those who would rather go on without.
 */
async function askToSignIn(identity: IdentityName, reason: SignedOutReason): Promise<void> {
  await stoodStill();
  const page = getCurrentPages().slice(-1)[0];
  if (page === undefined || `/${page.route}` === SIGN_IN_URLS[identity]) return;
  const query = Object.entries(page.options).map(([name, value]) => `${name}=${value ?? ''}`);
  const here = `/${page.route}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const url = signInAgainUrl(identity, reason, here);
  await (page.route.startsWith('pages/') ? openPage(url) : replacePage(url));
}

App<StoreApp>({
  core: undefined,
  onLaunch() {
    this.core = startCore();
    this.core.session.onSignedOut((identity, reason) => {
      if (reason !== 'left') void askToSignIn(identity, reason);
    });
    logErrors();
    logStorageProblems(this.core.store);
    offerUpdates();
  },
  onPageNotFound({ path }) {
    // Now or never: WeChat shows a page of its own where none was asked for before this returns.
    void replacePage(MISSING);
    wx.getRealtimeLogManager().warn('page not found', redacted(path));
  },
});
