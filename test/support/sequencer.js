// e2e tests first and one after another: they share worlds from file to file. Small tests come last, so that at the end
// all workers finish at about the same time.
const { default: Sequencer } = require('@jest/test-sequencer');

const isLong = ({ context }) => context.config.displayName?.name === 'e2e';

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
