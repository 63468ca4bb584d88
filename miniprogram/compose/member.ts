// The customers' package: its script is fetched after the first paint of a signed-in customer, or when its tab is opened.
import { latePackage } from './late';

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

export const { use: useMember, prepare: prepareMember } = latePackage(
  fetchMember,
  ({ session }) => session.customer.state === 'signed_in',
);
