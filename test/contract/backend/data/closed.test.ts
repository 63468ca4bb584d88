// A stream that ends after the backend has closed still writes what it said so far: the database must refuse, not end the process.
import { Store } from '../../../backend/db/store';

const asked: readonly [how: string, ask: (store: Store) => unknown][] = [
  ['a statement that was prepared before', (store) => store.run('INSERT INTO rows VALUES (1)')],
  ['a new statement', (store) => store.all('SELECT id FROM rows WHERE id = 2')],
  ['a script', (store) => store.script('DELETE FROM rows')],
  ['a transaction', (store) => store.transaction(() => 1)],
];

test.each(asked)('a closed database refuses %s in words', (_, ask) => {
  const store = new Store(':memory:');
  store.script('CREATE TABLE rows (id INTEGER)');
  store.run('INSERT INTO rows VALUES (1)');
  ask(store);
  store.close();
  expect(() => ask(store)).toThrow('the database is closed');
});
