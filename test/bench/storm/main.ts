// `npx tsx test/bench/storm/main.ts`: the storm by itself.
import { storm } from './measure';

void storm().then((figures) => console.log(figures));
