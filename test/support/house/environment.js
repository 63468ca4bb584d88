// Where contract and e2e tests run: what is heavy to load (backend, preview, browser driver) is loaded once a worker,
// outside of the sandbox that jest makes anew for each file.
const { TestEnvironment } = require('jest-environment-node');

const loaded = new Map();

/** @param {string} name a folder of test/ */
function load(name) {
  if (!loaded.has(name)) {
    // Here, and not above: what jest loads while it reads this file, it would translate itself.
    require('tsx/cjs');
    loaded.set(name, require(`../../${name}/index.ts`));
  }
  return loaded.get(name);
}

module.exports = class HouseEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadOutside = load;
  }
};
