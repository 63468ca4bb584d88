// test/backend as loaded outside of the sandbox.
module.exports = globalThis.loadOutside('test/backend');
