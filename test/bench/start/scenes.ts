// What is opened, and by which words one sees that its content is there. A new tab is one more row of `TABS`.

/** A person who has opened nothing yet, or one who is signed in and has seen every tab before. */
export type State = 'cold' | 'warm';

export interface Scene {
  /** Ends the figures' keys: `backpack_warm`. */
  name: string;
  /** Route. */
  path: string;
  state: State;
  /** Real content and no skeleton: words that stand on the first screen once there is any, and never before. */
  text: string;
}

interface Tab {
  path: string;
  text: Record<State, string>;
}

/** Words of the welcome or invitation when cold; of the demo account's data when warm. */
const TABS: Readonly<Record<string, Tab>> = {
  backpack: {
    path: 'pages/backpack/backpack',
    text: { cold: '你的券和物品，都在这里', warm: '满100减20代金券' },
  },
  chat: { path: 'pages/chat/chat', text: { cold: '登录后联系客服', warm: '会话已关闭' } },
  me: { path: 'pages/me/me', text: { cold: '登录 / 注册', warm: '林小满' } },
};

const STATES: readonly State[] = ['cold', 'warm'];

export const scenes: readonly Scene[] = Object.entries(TABS).flatMap(([tab, { path, text }]) =>
  STATES.map((state) => ({ name: `${tab}_${state}`, path, state, text: text[state] })),
);

/** What the others are measured by: a page with one word, in a mini program with nothing else. */
export const EMPTY: Scene = { name: 'empty', path: 'pages/empty/empty', state: 'cold', text: '空' };
