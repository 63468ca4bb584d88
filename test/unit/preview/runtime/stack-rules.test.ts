import {
  planNavigateBack,
  planNavigateTo,
  planReLaunch,
  planRedirectTo,
  planSwitchTab,
  type StackState,
} from '../../../preview/runtime/pages/stack-rules';

interface Fake {
  route: string;
}
const page = (route: string): Fake => ({ route });
const tabs = ['tab/a', 'tab/b'];
const rules = {
  isTab: (route: string) => tabs.includes(route),
  hasPage: (route: string) => route !== 'gone',
};
const state = (stack: Fake[], hidden: Fake[] = []): StackState<Fake> => ({
  stack,
  tabs: new Map(
    [...stack, ...hidden].filter(({ route }) => rules.isTab(route)).map((one) => [one.route, one]),
  ),
});
const [a, b, x, y] = [page('tab/a'), page('tab/b'), page('x'), page('y')];

describe('navigateTo', () => {
  it('hides the top page and keeps all', () => {
    expect(planNavigateTo(state([a, x]), 'y', rules)).toEqual({
      close: [],
      hide: x,
      keep: [a, x],
      show: null,
    });
  });
  it('refuses tab pages, unknown pages and the eleventh page', () => {
    expect(() => planNavigateTo(state([a]), 'tab/b', rules)).toThrow('can not navigateTo a tabbar page');
    expect(() => planNavigateTo(state([a]), 'gone', rules)).toThrow('page "gone" is not found');
    const full = Array.from({ length: 10 }, () => page('x'));
    expect(() => planNavigateTo(state(full), 'y', rules)).toThrow('webview count limit exceed');
    expect(() => planNavigateTo(state(full.slice(1)), 'y', rules)).not.toThrow();
  });
});

describe('redirectTo', () => {
  it('closes the top page only', () => {
    expect(planRedirectTo(state([a, x]), 'y', rules)).toEqual({
      close: [x],
      hide: null,
      keep: [a],
      show: null,
    });
  });
});

describe('switchTab', () => {
  it('closes what lies above the tab and hides the tab', () => {
    expect(planSwitchTab(state([a, x, y]), 'tab/b', rules)).toEqual({
      close: [y, x],
      hide: a,
      keep: [],
      show: null,
    });
  });
  it('shows a tab page again that is still alive', () => {
    expect(planSwitchTab(state([a, x], [b]), 'tab/b', rules)).toMatchObject({ hide: a, show: b });
    expect(planSwitchTab(state([a, x]), 'tab/a', rules)).toEqual({
      close: [x],
      hide: null,
      keep: [],
      show: a,
    });
  });
  it('closes a bottom page that is no tab', () => {
    expect(planSwitchTab(state([x]), 'tab/a', rules)).toEqual({
      close: [x],
      hide: null,
      keep: [],
      show: null,
    });
  });
  it('refuses a page that is no tab', () => {
    expect(() => planSwitchTab(state([a]), 'x', rules)).toThrow('can not switch to no-tabBar page');
  });
});

describe('reLaunch', () => {
  it('closes everything, from the top, hidden tab pages last', () => {
    expect(planReLaunch(state([a, x], [b]), 'y', rules).close).toEqual([x, a, b]);
  });
});

describe('navigateBack', () => {
  it('closes delta pages from the top', () => {
    expect(planNavigateBack(state([a, x, y]), 1)).toEqual({ close: [y], hide: null, keep: [a], show: x });
    expect(planNavigateBack(state([a, x, y]), 9)).toEqual({ close: [y, x], hide: null, keep: [], show: a });
  });
  it('stays on the first page', () => {
    expect(() => planNavigateBack(state([a]), 1)).toThrow('cannot navigate back at first page');
  });
});
