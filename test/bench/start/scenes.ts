// What is opened, and by which words one sees that its content is there. A new tab is one more row of `TABS`.

/** A person who has opened nothing yet, or one who is signed in and has seen every tab before. */
export type State = 'cold' | 'warm';

/** Whose phone it is. */
export type Who = 'customer' | 'staff';

export interface Scene {
  /** Ends the figures' keys: `backpack_warm`. */
  name: string;
  /** Route. */
  path: string;
  state: State;
  who: Who;
  /** Real content and no skeleton: words that stand on the first screen once there is any, and never before. */
  text: string;
}

interface Tab {
  path: string;
  who: Who;
  /** A tab without words for a state is not opened in it. */
  text: Partial<Record<State, string>>;
}

/** Words of the welcome or invitation when cold; of the demo account's data when warm. */
const TABS: Readonly<Record<string, Tab>> = {
  backpack: {
    path: 'pages/backpack/backpack',
    who: 'customer',
    text: { cold: '您的券和物品，都在这里', warm: '生日礼遇八折券' },
  },
  chat: {
    path: 'pages/chat/chat',
    who: 'customer',
    text: { cold: '登录后联系客服', warm: '会话已关闭' },
  },
  me: { path: 'pages/me/me', who: 'customer', text: { cold: '登录 / 注册', warm: '林小满' } },
  tasks: { path: 'pages/tasks/tasks', who: 'staff', text: { warm: '置顶' } },
  boards: { path: 'pages/boards/boards', who: 'staff', text: { warm: '宁远' } },
};

const STATES: readonly State[] = ['cold', 'warm'];

export const scenes: readonly Scene[] = Object.entries(TABS).flatMap(([tab, { path, who, text }]) =>
  STATES.flatMap((state) => {
    const words = text[state];
    return words === undefined ? [] : [{ name: `${tab}_${state}`, path, state, who, text: words }];
  }),
);

/** What the others are measured by: a page with one word, in a mini program with nothing else. */
export const EMPTY: Scene = {
  name: 'empty',
  path: 'pages/empty/empty',
  state: 'cold',
  who: 'customer',
  text: '空',
};
