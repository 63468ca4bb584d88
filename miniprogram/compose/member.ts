// The customers' package: its script is fetched after the first paint of a signed-in customer, or when its tab is opened.
import { reaction } from 'mobx-miniprogram';
import { LatePackage } from '../stores/service/late-package';
import { afterFirstPaint } from './launch/first-paint';
import { oncePerCore } from './once';

/** What `packages/member/entry` offers to the main package. */
export interface MemberPackage {
  /** Unread messages of customer service (observable). */
  unread(): number;
  /** Messages that would be lost by signing out (observable). */
  unsent(): number;
}

const fetchMember = async (): Promise<MemberPackage> => {
  const { member } = (await require.async('../packages/member/entry')) as { member: MemberPackage };
  return member;
};

/** Fetched again by itself once there is a network. */
export const useMember = oncePerCore(({ network }) => {
  const late = new LatePackage(fetchMember);
  reaction(
    () => network.connected,
    (connected) => {
      if (connected && late.fetching.state === 'failed') void late.load();
    },
  );
  return late;
});

/** Fetches it for whoever is, or comes to be, signed in as a customer, once the first page has been painted. */
export const prepareMember = oncePerCore(({ session }) => {
  afterFirstPaint(() =>
    reaction(
      () => session.customer.state === 'signed_in',
      (signed_in) => {
        if (signed_in) void useMember().load();
      },
      { fireImmediately: true },
    ),
  );
});
