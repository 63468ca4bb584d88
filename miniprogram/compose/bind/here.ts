// How a page waits: `const answer = await here(this, asked)`. What follows the `await` runs only if the page has not
// been left since the tap and nobody who was signed in then has signed out. Otherwise it never runs. Lint refuses every
// other `await` of a page.
import { reaction } from 'mobx-miniprogram';
import { failureOf } from '../../api/errors';
import { PlatformError } from '../../platform/failure';
import type { Off } from '../../platform/ports';
import { isBound } from './bound';
import { watchFront, whenSeen } from './front';
import { useCore } from './page';
import type { Bindable } from './page';
import { endTaps } from './taps';

/** Who is signed in, as the numbers of their sign-ins (observable). A refreshed token does not change them. */
export function signedIn(): readonly (number | undefined)[] {
  const { session } = useCore();
  return (['customer', 'staff'] as const).map((identity) =>
    session[identity].state === 'signed_in' ? session.tokens(identity).read()?.session : undefined,
  );
}

/** @returns a function that says whether one of those who are signed in now has signed out since (observable) */
function watchPeople(): () => boolean {
  const began = signedIn();
  return () => signedIn().some((now, at) => began[at] !== undefined && began[at] !== now);
}

/** Runs `over` once, when `asked` has settled or somebody has signed out: then `asked` may never settle. */
function whenOver(asked: Promise<unknown>, hasLeft: () => boolean, over: () => void): void {
  let is_over = false;
  const end = (): void => {
    if (is_over) return;
    is_over = true;
    stop();
    over();
  };
  const stop: Off = reaction(hasLeft, end);
  asked.then(end, end);
}

/** WeChat's own refusals are no `Error`. */
const isOutcome = (error: unknown): boolean =>
  !(error instanceof Error) || error instanceof PlatformError || failureOf(error) !== undefined;

/**
 * The answer, for a page or component with the behavior `bound` (`themed` has it).
 * @param busy name of a field of its data that is true meanwhile; it turns false too when the answer is no longer
 * wanted
 * @returns settles as `asked` does, or never; a bug of ours always rejects
 */
export function here<T>(page: Bindable, asked: Promise<T>, busy?: string): Promise<T> {
  if (!isBound(page)) throw new Error('here: this component is not attached, or has no behavior `bound`');
  const isLeft = watchFront();
  const hasLeft = watchPeople();
  if (busy !== undefined) {
    page.setData({ [busy]: true });
    whenOver(asked, hasLeft, () => isBound(page) && page.setData({ [busy]: false }));
  }
  whenOver(asked, hasLeft, () => {
    if (hasLeft()) endTaps(page);
  });
  return new Promise<T>((resolve, reject) => {
    const tell = (answer: () => void): void =>
      whenSeen(() => {
        if (isBound(page) && !isLeft() && !hasLeft()) answer();
        else endTaps(page);
      });
    asked.then(
      (value) => tell(() => resolve(value)),
      (error: Error) => (isOutcome(error) ? tell(() => reject(error)) : reject(error)),
    );
  });
}

/** Ends WeChat's pull-down spinner when `asked` has settled, or when somebody has signed out. */
export function pulled(asked: Promise<unknown> = Promise.resolve()): Promise<unknown> {
  whenOver(asked, watchPeople(), () => void wx.stopPullDownRefresh());
  return asked;
}
