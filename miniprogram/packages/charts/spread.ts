// Labels beside a ring: each at the height of its slice, moved apart where they would lie on each other. Pure.

export interface Wish {
  /** Its place among the slices. */
  index: number;
  /** Middle of the slice, radians clockwise from the top. */
  angle: number;
}

export interface Place extends Wish {
  side: 'left' | 'right';
  /** Middle of the label, px from the top. */
  y: number;
}

const isRight = ({ angle }: Wish): boolean => Math.sin(angle) >= 0;

/**
 * @param wishes clockwise
 * @param radius px, of the ring around the middle of `height`
 * @param gap px that a label takes
 */
export function spread(wishes: readonly Wish[], height: number, radius: number, gap: number): Place[] {
  const room = Math.max(1, Math.floor(height / gap));
  const right = wishes.filter(isRight);
  const left = wishes.filter((wish) => !isRight(wish));
  const byHeight = (one: Wish, other: Wish): number => Math.cos(other.angle) - Math.cos(one.angle);
  right.sort(byHeight);
  left.sort(byHeight);
  while (right.length > room && left.length < room) cross(right, left);
  while (left.length > room && right.length < room) cross(left, right);
  left.sort(byHeight);
  right.sort(byHeight);
  return [...placed(right, 'right', height, radius, gap), ...placed(left, 'left', height, radius, gap)];
}

/**
 * Moves the labels that one side has no room for to the other side, at the end (top or bottom) that is nearer. Both
 * lists are in order of height.
 */
function cross(from: Wish[], to: Wish[]): void {
  const [first, last] = [from[0], from[from.length - 1]];
  if (first === undefined || last === undefined) return;
  const is_first = Math.abs(Math.sin(first.angle)) < Math.abs(Math.sin(last.angle));
  to.push(...(is_first ? from.splice(0, 1) : from.splice(-1)));
}

function placed(
  wishes: readonly Wish[],
  side: Place['side'],
  height: number,
  radius: number,
  gap: number,
): Place[] {
  const places = wishes.map((wish) => ({ ...wish, side, y: height / 2 - radius * Math.cos(wish.angle) }));
  let lowest = gap / 2;
  for (const place of places) {
    place.y = Math.max(place.y, lowest);
    lowest = place.y + gap;
  }
  let highest = height - gap / 2;
  for (const place of [...places].reverse()) {
    place.y = Math.min(place.y, highest);
    highest = place.y - gap;
  }
  return places;
}
