// Asks for code of subpackages while it runs.
import type { Words } from '../../packages/parts/words';

interface Failure {
  mod: string;
  errMsg: string;
}

const told = ({ mod, errMsg }: Failure): string => `${mod} ${errMsg}`;

Page({
  data: { said: '' },
  /** What a module of another package says, or why it does not. */
  ask() {
    return require.async('../../packages/parts/words').then((words: Words) => words.say('parts'), told);
  },
  askOldWay() {
    const hear = (words: Words): void => this.setData({ said: words.say('old') });
    require('../../packages/parts/words.js', hear, (failure: Failure) =>
      this.setData({ said: told(failure) }));
  },
});
