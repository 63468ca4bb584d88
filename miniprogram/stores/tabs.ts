// Which tabs a person has: they follow who is signed in.

export type TabName = 'backpack' | 'chat' | 'tasks' | 'boards' | 'me';

/**
 * Tabs by identity, in the order shown; signed out one still has 背包, which explains itself.
 * @param identities who is signed in; as staff only who is approved
 */
export function tabsFor(identities: { customer: boolean; staff: boolean }): TabName[] {
  const { customer, staff } = identities;
  const tabs: TabName[] = [];
  if (customer || !staff) tabs.push('backpack');
  if (customer) tabs.push('chat');
  if (staff) tabs.push('tasks', 'boards');
  return [...tabs, 'me'];
}
