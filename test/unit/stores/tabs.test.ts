// Tabs follow who is signed in; a badge fits in four characters.
import { badgeText, tabsFor } from '../../../miniprogram/stores/tabs';

test.each([
  [false, false, ['backpack', 'me']],
  [true, false, ['backpack', 'chat', 'me']],
  [false, true, ['tasks', 'boards', 'me']],
  [true, true, ['backpack', 'chat', 'tasks', 'boards', 'me']],
])('customer %s, staff %s', (customer, staff, tabs) => {
  expect(tabsFor({ customer, staff })).toEqual(tabs);
});

test.each([
  [-1, ''],
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%i unread says %j', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
