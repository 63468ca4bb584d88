// Keeps the order in which everything happens, for the tests to read.
export interface FixtureApp {
  log: string[];
  note(line: string): void;
}

App<FixtureApp>({
  log: [],
  note(line) {
    this.log.push(line);
  },
  onLaunch({ path }) {
    this.note(`app launch ${path}`);
    wx.onLazyLoadError(({ type, subpackage, errMsg }) =>
      this.note(`lazy ${type} ${subpackage.join(' ')} ${errMsg}`),
    );
  },
  onShow({ scene }) {
    this.note(`app show ${scene}`);
  },
  onHide() {
    this.note('app hide');
  },
  onError(text) {
    this.note(`app error ${text.split('\n')[1] ?? ''}`);
  },
});
