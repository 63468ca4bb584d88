// Tabs follow who is signed in; a badge fits in four characters.
import { tabsFor } from '../../../miniprogram/stores/tabs';

test.each([
  [false, false, ['backpack', 'me']],
  [true, false, ['backpack', 'chat', 'me']],
  [false, true, ['tasks', 'boards', 'me']],
  [true, true, ['backpack', 'chat', 'tasks', 'boards', 'me']],
])('customer %s, staff %s', (customer, staff, tabs) => {
  expect(tabsFor({ customer, staff })).toEqual(tabs);
});
