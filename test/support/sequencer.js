// e2e tests first and one after another: the worlds they share stand from file to file, and the small tests at the end
// leave no worker alone with a long one.
const { default: Sequencer } = require('@jest/test-sequencer');

const isLong = ({ context }) => context.config.displayName?.name === 'e2e';

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
