// navigator: a link between pages.
import type { HostPorts } from '../ports/host';
import { builtin } from './define';

interface Way {
  api: string;
  go: (ports: HostPorts, url: string, from: string, delta: number) => Promise<unknown>;
}

const WAYS: Readonly<Record<string, Way>> = {
  navigate: { api: 'navigateTo', go: ({ navigation }, url, from) => navigation.navigateTo(url, { from }) },
  redirect: { api: 'redirectTo', go: ({ navigation }, url, from) => navigation.redirectTo(url, { from }) },
  switchTab: { api: 'switchTab', go: ({ navigation }, url, from) => navigation.switchTab(url, { from }) },
  reLaunch: { api: 'reLaunch', go: ({ navigation }, url, from) => navigation.reLaunch(url, { from }) },
  navigateBack: {
    api: 'navigateBack',
    go: ({ navigation }, _url, _from, delta) => navigation.navigateBack(delta),
  },
};

export function defineNavigator(ports: HostPorts): void {
  builtin('navigator', {
    props: {
      url: String,
      openType: { type: String, value: 'navigate' },
      delta: { type: Number, value: 1 },
      target: { type: String, value: 'self' },
      appId: String,
    },
    ignores: 'path extraData version shortLink',
    hover: { class: 'navigator-hover', startMs: 50, stayMs: 600 },
    setup(host) {
      host.listen('tap', () => {
        const { url, openType, delta, target } = host.props;
        const way = WAYS[openType];
        if (openType === 'exit') return ports.app.background();
        if (target === 'miniProgram' || !way) {
          const words = `the other mini program ${host.props.appId} is not opened`;
          ports.report.standIn(`<navigator target="${target}" open-type="${openType}">`, words);
          host.emit('fail', { errMsg: 'navigateToMiniProgram:fail cancel' });
          return undefined;
        }
        return void way
          .go(ports, url, host.owner(), delta)
          .then(
            () => host.emit('success', { errMsg: `${way.api}:ok` }),
            (failure: Error) => {
              host.emit('fail', { errMsg: `${way.api}:fail ${failure.message}` });
              ports.report.warn(`${way.api}:fail ${failure.message}`);
            },
          )
          .finally(() => host.emit('complete', {}));
      });
      return {};
    },
  });
}
