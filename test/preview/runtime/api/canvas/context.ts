// CanvasContext, the older way to draw: steps are gathered, and done to the canvas by `draw()`. Lengths in CSS px.
import type { OldCanvas } from '../../builtins/canvas';
import {
  assign,
  call,
  Paint,
  PROPERTIES,
  resized,
  SAME,
  setTransform,
  type Action,
  type Stage,
} from './actions';

export interface ContextPorts {
  /** The canvas as it is now; null when the page has none of this id. */
  find(): OldCanvas | null;
  load(source: string): Promise<CanvasImageSource>;
  warn(message: string): void;
}

/** What one `draw()` carries out. */
interface Round {
  steps: Action[];
  /** Pictures that the steps need. */
  sources: Set<string>;
}

/** Drawings on one canvas come one after the other, whoever asks. */
const queues = new WeakMap<HTMLCanvasElement, Promise<void>>();

async function picturesOf(
  sources: ReadonlySet<string>,
  { load, warn }: ContextPorts,
): Promise<Stage['pictures']> {
  const pictures = new Map<string, CanvasImageSource>();
  const loadOne = async (source: string): Promise<void> => {
    try {
      pictures.set(source, await load(source));
    } catch {
      warn(`drawImage: "${source}" cannot be loaded`);
    }
  };
  await Promise.all([...sources].map(loadOne));
  return pictures;
}

async function carryOut({ steps, sources }: Round, reserve: boolean, ports: ContextPorts): Promise<void> {
  const pictures = await picturesOf(sources, ports);
  const found = ports.find();
  const on = found?.canvas.getContext('2d');
  if (!found || !on) return;
  const { canvas, scale } = found;
  on.save();
  if (!reserve) on.clearRect(0, 0, canvas.width, canvas.height);
  on.scale(scale, scale);
  for (const step of steps) step({ on, pictures, scale });
  on.restore();
}

function drawInTurn(round: Round, reserve: boolean, ports: ContextPorts): Promise<void> {
  const canvas = ports.find()?.canvas;
  const before = (canvas && queues.get(canvas)) ?? Promise.resolve();
  const drawn = before.then(() => carryOut(round, reserve, ports));
  // The next drawing does not fail with this one.
  if (canvas)
    queues.set(
      canvas,
      drawn.catch(() => undefined),
    );
  return drawn;
}

export function createContext(ports: ContextPorts): Record<string, unknown> {
  const ruler = document.createElement('canvas').getContext('2d');
  const values: Record<string, unknown> = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    font: '10px sans-serif',
  };
  let round: Round = { steps: [], sources: new Set() };
  const add = (step: Action): void => void round.steps.push(step);
  const set = (name: string, value: unknown): void => {
    values[name] = value;
    add(assign(name, value));
    if (name === 'font' && ruler && typeof value === 'string') ruler.font = value;
  };

  const context: Record<string, unknown> = {
    setTransform: (...matrix: Parameters<typeof setTransform>) => add(setTransform(...matrix)),
    setFontSize: (px: unknown) => set('font', resized(String(values['font']), px)),
    setLineDash(pattern: number[], offset = 0) {
      add(({ on }) => on.setLineDash(pattern));
      set('lineDashOffset', offset);
    },
    setShadow(x: number, y: number, blur: number, color: string) {
      const shadow = { shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: color };
      for (const [name, value] of Object.entries(shadow)) set(name, value);
    },
    createLinearGradient: (...line: [number, number, number, number]) =>
      new Paint(({ on }) => on.createLinearGradient(...line)),
    createCircularGradient: (x: number, y: number, r: number) =>
      new Paint(({ on }) => on.createRadialGradient(x, y, 0, x, y, r)),
    createPattern(source: string, repetition: string) {
      round.sources.add(source);
      return new Paint(({ on, pictures }) => {
        const picture = pictures.get(source);
        return picture ? on.createPattern(picture, repetition) : null;
      });
    },
    drawImage(source: string, ...where: [number, number]) {
      round.sources.add(source);
      add(({ on, pictures }) => {
        const picture = pictures.get(source);
        if (picture) on.drawImage(picture, ...where);
      });
    },
    measureText: (text: string) => ({ width: ruler?.measureText(text).width ?? 0 }),
    draw(reserve?: unknown, done?: unknown) {
      const whole = round;
      round = { steps: [], sources: new Set() };
      const tell = typeof reserve === 'function' ? reserve : done;
      void drawInTurn(whole, reserve === true, ports).then(() => {
        if (typeof tell === 'function') (tell as () => void)();
      });
    },
  };
  for (const name of SAME) context[name] = (...given: unknown[]) => add(call(name, given));
  for (const [name, setter] of Object.entries(PROPERTIES)) {
    context[setter] = (value: unknown) => set(name, value);
    Object.defineProperty(context, name, {
      enumerable: true,
      get: () => values[name],
      set: (value: unknown) => set(name, value),
    });
  }
  return context;
}
