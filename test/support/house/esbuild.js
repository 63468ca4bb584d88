// The translator as loaded outside of the sandbox, with one process for all files.
module.exports = globalThis.loadOutside('esbuild');
