// A canvas that remembers what was drawn on it: enough of a 2D context for chart.js, in an engine without a document.
export interface Written {
  text: string;
  x: number;
  y: number;
  color: unknown;
  font: unknown;
  align: unknown;
}

/** The width of every letter, px. */
const LETTER_PX = 10;

export class RecordedCanvas {
  width = 300;
  height = 150;
  readonly words: Written[] = [];
  /** Colours in the order in which areas were filled. */
  readonly fills: unknown[] = [];
  /** Numbers of the transformations that were set. */
  readonly scales: number[][] = [];

  getContext(_kind: '2d'): object {
    const state: Record<string, unknown> = {};
    const known: Record<string, unknown> = {
      fill: () => void this.fills.push(state['fillStyle']),
      fillText: (text: string, x: number, y: number) =>
        void this.words.push({
          ...{ text, x, y, color: state['fillStyle'] },
          ...{ font: state['font'], align: state['textAlign'] },
        }),
      measureText: (text: string) => ({ width: [...text].length * LETTER_PX }),
      setTransform: (...numbers: number[]) => void this.scales.push(numbers),
    };
    return new Proxy(state, {
      get: (_target, name) => {
        if (typeof name === 'string' && name in known) return known[name];
        return name in state ? state[name as string] : name === 'canvas' ? undefined : () => undefined;
      },
    });
  }
}
