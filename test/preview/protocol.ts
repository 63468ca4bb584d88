// Everything that crosses between the build (Node), the server (Node) and the runtime (browser) of the preview host.
//
// The browser document is empty: the server sends `<body></body>`, one script for the host (runtime + client) and one for the
// mini program's main package; the shell draws its own DOM. The main script calls, in this order:
//   host.setup(config) · host.app(run) · host.add(codePath, run)… · host.start()
// `run` executes that file (and what it requires) once; it is called by the host with the code path made current.
// A script of a subpackage is fetched by `config.loadPackage(root)` and calls `host.views`, then `host.add` for its own components.

export * from './protocol/app';
export * from './protocol/control';
export * from './protocol/diagnostics';
export * from './protocol/globals';
export * from './protocol/host';
export * from './protocol/launch';
export * from './protocol/module-names';
export * from './protocol/network';
