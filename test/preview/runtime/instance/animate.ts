// this.animate / this.clearAnimation: WeChat's key frames on the browser's Web Animations.

export type KeyFrame = Record<string, unknown> & { offset?: number; ease?: string };

/** One WeChat key frame as the browser wants it: transforms joined, `ease` → `easing`, numbers given their unit. */
export function toWebFrame({ offset, ease, ...styles }: KeyFrame): Keyframe {
  const frame: Keyframe = {};
  const transforms: string[] = [];
  for (const [name, value] of Object.entries(styles)) {
    if (/^(translate|scale|rotate|skew|matrix)/.test(name))
      transforms.push(`${name}(${argumentsOf(name, value)})`);
    else if (typeof value === 'string' || typeof value === 'number') frame[name] = value;
  }
  if (transforms.length > 0) frame['transform'] = transforms.join(' ');
  if (offset !== undefined) frame.offset = offset;
  if (ease !== undefined) frame.easing = ease;
  return frame;
}

function argumentsOf(name: string, value: unknown): string {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const unit = /^translate/.test(name)
    ? 'px'
    : /^(rotate|skew)/.test(name) && name !== 'rotate3d'
      ? 'deg'
      : '';
  return list.map((one) => (typeof one === 'number' ? `${one}${unit}` : String(one))).join(', ');
}

/** Plays the frames on every element; `done` runs once, when the last has finished. */
export function animateAll(
  elements: readonly Element[],
  frames: readonly KeyFrame[],
  durationMs: number,
  done?: () => void,
): void {
  const web = frames.map(toWebFrame);
  const finished = elements.map(
    (element) => element.animate(web, { duration: durationMs, fill: 'forwards' }).finished,
  );
  void Promise.allSettled(finished).then(() => done?.());
}

export function clearAnimations(elements: readonly Element[]): void {
  for (const element of elements) for (const animation of element.getAnimations()) animation.cancel();
}
