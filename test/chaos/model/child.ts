// What `all` runs: `child NAME DEEPER`.
import { closeOn, exploreOne, planOf } from './one';

const [name = '', deeper] = process.argv.slice(2);
closeOn(Promise.resolve().then(() => exploreOne(planOf(name), Number(deeper))));
