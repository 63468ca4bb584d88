/** Which service categories (服务类目) the program needs: by its rooms, below `miniprogram/`. */

export interface Category {
  rooms: readonly string[];
  /** What a customer or the staff does there. */
  service: string;
  category: string;
  /** What WeChat asks to see. */
  needs: string;
}

export const CATEGORIES: readonly Category[] = [
  {
    rooms: ['pages/', 'packages/member/'],
    service: 'vouchers, goods and collectibles of the store, their code, customer service',
    category: "the store's own trade: 商家自营 → what it sells, or the trade itself (餐饮服务, 丽人服务 …)",
    needs: 'the business licence, and the permit that the category names. It is the 主营类目',
  },
  {
    rooms: ['packages/entrance/', 'packages/staff/'],
    service: 'sign-in, tasks, notes, pay and figures of the staff',
    category: '工具 → 办公',
    needs: 'the business licence: not open to individuals',
  },
  {
    rooms: ['packages/assistant/'],
    service: 'answers that a model writes',
    category: '深度合成 → AI问答',
    needs:
      "the model's filing (算法备案) or a contract with whoever filed it; answers are marked as made by a machine. Not open to individuals",
  },
  { rooms: ['packages/charts/'], service: 'drawing alone', category: 'none of its own', needs: 'nothing' },
];

/** Categories of the rooms that hold pages, and pages whose room has none. */
export function categoriesOf(pages: readonly string[]): { needed: Category[]; unknown: string[] } {
  const isIn = (page: string, { rooms }: Category): boolean => rooms.some((room) => page.startsWith(room));
  return {
    needed: CATEGORIES.filter((category) => pages.some((page) => isIn(page, category))),
    unknown: pages.filter((page) => !CATEGORIES.some((category) => isIn(page, category))),
  };
}
