// Where unit, contract and e2e tests run: what is heavy to load (compilers, packer, backend, preview, browser driver) is
// loaded once a worker, outside of the sandbox that jest makes anew for each file, and what it keeps serves all files. The
// worlds of e2e tests stand there too, until a file of another kind follows, or none for a moment.
const { existsSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { TestEnvironment } = require('jest-environment-node');
const { forAllFiles, leavingNothing } = require('./contexts');

const MOMENT_MS = 200;
const OURS = 'test/';
const STAND = 'test/e2e/stand';

/** How often a worker looks whether its turn has come, ms. */
const LOOK_MS = 250;

const loaded = new Map();
let closing = Promise.resolve();
let timer;

/** @param {string} name a package, or a folder or file of `test/` */
function load(name) {
  if (!loaded.has(name)) {
    // Here, and not above: what jest loads while it reads this file, it would translate itself.
    forAllFiles(() => {
      require('tsx/cjs');
      loaded.set(name, require(name.startsWith(OURS) ? `../../${name.slice(OURS.length)}` : name));
    });
  }
  return loaded.get(name);
}

/** Closes the worlds that stand. A file that needs them waits for it, and starts its own. */
const closeWorlds = () => (closing = load(STAND).closeAll());

/** One worker more than there are cores waits while other parts of the run need one (`TEST_BESIDE`: a file that is there then). */
async function turn() {
  const beside = process.env.TEST_BESIDE;
  if (beside === undefined || Number(process.env.JEST_WORKER_ID) <= availableParallelism()) return;
  while (existsSync(beside)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

module.exports = class HouseEnvironment extends leavingNothing(TestEnvironment) {
  constructor(config, context) {
    super(config, context);
    this.isEndToEnd = config.projectConfig.displayName.name === 'e2e';
  }

  async setup() {
    await turn();
    clearTimeout(timer);
    if (!this.isEndToEnd && loaded.has(STAND)) closeWorlds();
    await closing;
    await super.setup();
    this.global.loadOutside = load;
    // The browser driver takes a stack at each call: to look up every frame in source maps is a tenth of a worker's time,
    // and what is loaded outside of the sandbox has none that jest knows. The tests' own errors are made inside.
    Error.prepareStackTrace = undefined;
    process.setSourceMapsEnabled(false);
  }

  async teardown() {
    await super.teardown();
    if (loaded.has(STAND)) timer = setTimeout(closeWorlds, MOMENT_MS);
  }
};
