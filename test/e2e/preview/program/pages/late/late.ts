// Asks for code of subpackages while it runs: components by its template, modules by its methods.
import type { FixtureApp } from '../../app';
import type { Words } from '../../packages/parts/words';

interface Failure {
  mod: string;
  errMsg: string;
}

const told = ({ mod, errMsg }: Failure): string => `${mod} ${errMsg}`;
const note = (line: string): void => getApp<FixtureApp>().note(line);

Page({
  data: {
    said: '',
    label: 'first',
    size: 1,
    rows: [] as { id: number; size: number }[],
    box: false,
    slow: false,
    torn: false,
    pressed: '',
    tapped: 0,
  },
  onLoad({ draw = '' }) {
    if (draw.includes('box')) this.setData({ box: true });
    if (draw.includes('slow')) this.setData({ slow: true });
    note('late load');
  },
  onShow: () => note('late show'),
  onReady: () => note('late ready'),
  pressed({ detail }: WechatMiniprogram.CustomEvent<{ label: string }>) {
    this.setData({ pressed: detail.label });
  },
  tapped({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ tapped: currentTarget.dataset['id'] as number });
  },
  /** Whether the page can call the component, as it is now. */
  finds() {
    return [this.selectComponent('#box'), this.selectComponent('#crate')].map(
      (component: { is: string } | null) => component?.is ?? null,
    );
  },
  /** What a module of another package says, or why it does not. */
  ask() {
    return require.async('../../packages/parts/words').then((words: Words) => words.say('parts'), told);
  },
  askOldWay() {
    const hear = (words: Words): void => this.setData({ said: words.say('old') });
    require('../../packages/parts/words.js', hear, (failure: Failure) =>
      this.setData({ said: told(failure) }));
  },
});
