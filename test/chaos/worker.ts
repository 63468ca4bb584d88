// A process of the pool: plays the seeds that it is sent, one after the other, until nobody sends any.
import { play } from './plan';

process.on('message', (seed: number) => {
  void play(seed).then((report) => process.send?.(report));
});
// What a run left behind (a keep-alive socket) does not keep it.
process.on('disconnect', () => process.exit(0));
