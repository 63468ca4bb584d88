// The parts of miniprogram-simulate in use; its own types leave out what its support needs.

declare module 'miniprogram-simulate/src/utils' {
  /** Its functions are looked up at each call, so they can be replaced. */
  const utils: {
    readJson(file: string): { usingComponents?: Record<string, string> } | null;
    runJs(file: string): void;
  };
  export default utils;
}

/** WeChat's classic component framework, which the simulator brings. */
declare module 'miniprogram-exparser' {
  const exparser: {
    /** Hears what components throw. Where it answers `false`, that is not printed. */
    addGlobalErrorListener(listener: (error: Error) => boolean): void;
  };
  export default exparser;
}
