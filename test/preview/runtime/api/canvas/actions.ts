// The calls of `CanvasContext` as steps to carry out on the browser's canvas later, because nothing is drawn before
// `draw()`.

/** What a step acts on. */
export interface Stage {
  on: CanvasRenderingContext2D;
  /** By the source that the program named; pictures that could not be loaded are missing. */
  pictures: ReadonlyMap<string, CanvasImageSource>;
  /** Real pixels to one CSS pixel. */
  scale: number;
}
export type Action = (stage: Stage) => void;

/** Methods that the browser's context has under the same name and with the same arguments. */
export const SAME = [
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'restore',
  'rotate',
  'save',
  'scale',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
] as const;

/** Properties with their older setters. */
export const PROPERTIES: Readonly<Record<string, string>> = {
  fillStyle: 'setFillStyle',
  strokeStyle: 'setStrokeStyle',
  globalAlpha: 'setGlobalAlpha',
  globalCompositeOperation: 'setGlobalCompositeOperation',
  lineCap: 'setLineCap',
  lineJoin: 'setLineJoin',
  lineWidth: 'setLineWidth',
  lineDashOffset: 'setLineDashOffset',
  miterLimit: 'setMiterLimit',
  font: 'setFont',
  textAlign: 'setTextAlign',
  textBaseline: 'setTextBaseline',
  shadowBlur: 'setShadowBlur',
  shadowColor: 'setShadowColor',
  shadowOffsetX: 'setShadowOffsetX',
  shadowOffsetY: 'setShadowOffsetY',
};

/** A gradient or pattern that the program made; the browser's is made where it is used. */
export class Paint {
  private readonly stops: [number, string][] = [];

  constructor(private readonly make: (stage: Stage) => CanvasGradient | CanvasPattern | null) {}

  addColorStop(stop: number, color: string): void {
    this.stops.push([stop, color]);
  }

  on(stage: Stage): CanvasGradient | CanvasPattern | string {
    const made = this.make(stage);
    if (made !== null && 'addColorStop' in made)
      for (const [stop, color] of this.stops) made.addColorStop(stop, color);
    return made ?? 'transparent';
  }
}

export const call =
  (name: (typeof SAME)[number], values: readonly unknown[]): Action =>
  ({ on }) => {
    const method = on[name] as (...values: unknown[]) => void;
    method.apply(on, [...values]);
  };

export const assign =
  (name: string, value: unknown): Action =>
  (stage) => {
    // WeChat's word for the browser's.
    const known = name === 'textBaseline' && value === 'normal' ? 'alphabetic' : value;
    Object.assign(stage.on, { [name]: known instanceof Paint ? known.on(stage) : known });
  };

/** Sets the matrix, in CSS px, on top of the screen's scale. */
export const setTransform =
  (...matrix: [number, number, number, number, number, number]): Action =>
  ({ on, scale }) => {
    on.setTransform(scale, 0, 0, scale, 0, 0);
    on.transform(...matrix);
  };

/** `setFontSize`: the rest of the font stays. */
export const resized = (font: string, px: unknown): string => font.replace(/[\d.]+px/, `${String(px)}px`);
