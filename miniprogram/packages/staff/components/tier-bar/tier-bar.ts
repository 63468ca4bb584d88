// Where a coach stands on the pay scale: a bar cut at its steps, and a sentence; which way the income goes beside it. All of it as
// `format/month-figures` makes it: without a scale there is the sentence alone, without either nothing.
import { component } from '../../../../compose/bind/component';

const none: readonly number[] = [];
const no_ticks: readonly { text: string; at: number; is_reached: boolean }[] = [];

component({
  properties: {
    /** There is a bar. */
    scale: { type: Boolean, value: false },
    /** Percent of the bar: where it is cut. */
    cuts: { type: Array, value: [...none] },
    /** Percent of the bar. */
    fill: { type: Number, value: 0 },
    /** Below the bar: `{text, at, is_reached}`, percent of it; none where it stands without them. */
    ticks: { type: Array, value: [...no_ticks] },
    /** The bar in words, for screen readers. */
    text: { type: String, value: '' },
    /** `21.5h` to go, to `180h`, for `¥800` more; or the words of the top. */
    gap: { type: String, value: '' },
    next: { type: String, value: '' },
    prize: { type: String, value: '' },
    top: { type: String, value: '' },
    /** `up | down | flat`, or empty. */
    trend: { type: String, value: '' },
    trendText: { type: String, value: '' },
    trendAria: { type: String, value: '' },
  },
});
