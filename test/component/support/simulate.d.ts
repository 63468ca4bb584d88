// The parts of miniprogram-simulate in use; its own types leave out what its support needs.

declare module 'miniprogram-simulate/src/utils' {
  /** Its functions are looked up at each call, so they can be replaced. */
  const utils: {
    readJson(file: string): { usingComponents?: Record<string, string> } | null;
    runJs(file: string): void;
  };
  export default utils;
}
