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
  // What one side has no room for goes across the bottom, where the two sides meet.
  const byHeight = (one: Wish, other: Wish): number => Math.cos(other.angle) - Math.cos(one.angle);
  right.sort(byHeight);
  left.sort(byHeight);
  while (right.length > room && left.length < room) left.push(...right.splice(-1));
  while (left.length > room && right.length < room) right.push(...left.splice(-1));
  return [...placed(right, 'right', height, radius, gap), ...placed(left, 'left', height, radius, gap)];
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
