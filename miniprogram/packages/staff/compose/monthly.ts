// A page of one month, with the month bar above.
import { monthIn } from '../stores/month';
import type { YearMonth } from '../stores/month';

/** What the page shows of its month. */
interface OfMonth {
  move(by: number): Promise<void>;
  choose(month: YearMonth): Promise<void>;
}

/**
 * Gives the page the fields of `month-bar`, `onMove` and `onChoose`.
 * @param of the page's; nothing while nobody is signed in
 * @param onChange told after the month was changed
 */
export const monthly = (of: (page: object) => OfMonth | null, onChange: () => void = () => undefined) =>
  Behavior({
    data: {
      ...{ month_text: '', month_value: '', month_first: '', month_last: '' },
      ...{ can_go_back: false, can_go_on: false },
    },
    methods: {
      onMove(event: WechatMiniprogram.CustomEvent<{ by: number }>) {
        void of(this)?.move(event.detail.by);
        onChange();
      },
      onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
        const month = monthIn(event.detail.value);
        if (month === null) return;
        void of(this)?.choose(month);
        onChange();
      },
    },
  });
