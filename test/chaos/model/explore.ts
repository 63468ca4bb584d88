// Every story of so many events, the shortest first: a story is played from the start, and goes on only where it led to a state
// that no earlier one led to. So the first one that breaks a promise is as short as any.
import { createHash } from 'node:crypto';

/** What playing a story led to. */
export interface Walk {
  /** The state that the story ended in, such that what may follow depends on it alone. */
  key: string;
  /** Promises that were broken on the way. */
  problems: readonly string[];
  /** Events that would change nothing now. */
  vain?: readonly string[];
  /** How often the last event took what was readied, or would have. */
  takes?: number;
  /** Lets all go well from here on. @returns promises that are broken even so; asked once a state */
  end(): readonly string[] | Promise<readonly string[]>;
  /** Plays on from here, once and instead of `end`: cheaper than a story from the start. */
  go?(events: readonly string[]): Promise<Walk>;
  /** After `end`, whether all is as at the start, so that `go` plays a story. */
  isAsBegun?(): boolean;
}

export interface Model {
  name: string;
  /** What may happen, each by a word. */
  events: readonly string[];
  /** Those that matter most, for longer stories. */
  few: readonly string[];
  /**
   * Those of `events` that only ready what a later event takes, in order. Each stands right before the event that takes it:
   * put anywhere before, it would make the same story, and a story in which nothing takes it is a shorter one.
   */
  readies?: readonly string[];
  /** Never rejects for a broken promise. */
  play(story: readonly string[]): Walk | Promise<Walk>;
}

export interface Explored {
  walks: number;
  states: number;
  /** The shortest story that breaks a promise. */
  broken?: { story: readonly string[]; problems: readonly string[] };
}

/** A state. */
interface Place {
  /** The one that led here first. */
  story: readonly string[];
  /** How often it is still to be gone on from here. */
  left: number;
  /** Later ones that led here: whoever goes on from here may take one. */
  spare: Walk[];
}

/** What comes next: from a place, so much is readied, and an event takes it. */
interface Turn {
  at: Place;
  readied: readonly string[];
  event: readonly string[];
}

type Found =
  | { broken: { story: readonly string[]; problems: readonly string[] } }
  | { at: Place; isNew: boolean; takes: number; vain: readonly string[] };

/** Each holds a whole client. */
const MOST_SPARE = 1_000;

/** Where stories led. */
class Exploration {
  walks = 0;
  private readonly places = new Map<string, Place>();
  private readonly start: Place = { story: [], left: 0, spare: [] };
  private spare = 0;

  constructor(
    private readonly model: Model,
    private readonly plays: (story: readonly string[]) => void,
  ) {}

  get states(): number {
    return this.places.size;
  }

  /** Plays a turn. @returns the problems, or where it led; `isNew` where nothing did before */
  async take({ at, readied, event }: Turn): Promise<Found> {
    this.walks += 1;
    const events = [...readied, ...event];
    const story = [...at.story, ...events];
    this.plays(story);
    const found = await this.lead(await this.walk(at, events, story), story);
    await turn();
    return found;
  }

  private async lead(walk: Walk, story: readonly string[]): Promise<Found> {
    if (walk.problems.length > 0) return this.broken(story, walk.problems);
    const { takes = 0, vain = [] } = walk;
    const key = short(walk.key);
    const known = this.places.get(key);
    if (known !== undefined) {
      const isDone = !this.keep(known, walk) && this.start.spare.length === 0;
      const late = isDone ? await this.finish(walk) : [];
      if (late.length > 0) return this.broken(story, late);
      return { at: known, isNew: false, takes, vain };
    }
    const made: Place = { story, left: 0, spare: [] };
    this.places.set(key, made);
    const problems = await this.finish(walk);
    if (problems.length > 0) return this.broken(story, problems);
    return { at: made, isNew: true, takes, vain };
  }

  private async walk(at: Place, events: readonly string[], story: readonly string[]): Promise<Walk> {
    at.left -= 1;
    const here = at.spare.pop();
    if (here !== undefined) this.spare -= 1;
    if (at.left <= 0) {
      this.spare -= at.spare.length;
      at.spare = [];
    }
    if (here?.go !== undefined) return here.go(events);
    return this.start.spare.pop()?.go?.(story) ?? this.model.play(story);
  }

  /** Lets it come right, and keeps it for other stories. @returns promises that are broken even so */
  private async finish(walk: Walk): Promise<readonly string[]> {
    const problems = await walk.end();
    if (problems.length === 0 && walk.isAsBegun?.() === true) this.start.spare.push(walk);
    return problems;
  }

  /** @returns whether it is kept */
  private keep(at: Place, walk: Walk): boolean {
    if (walk.go === undefined || at.spare.length >= at.left || this.spare >= MOST_SPARE) return false;
    at.spare.push(walk);
    this.spare += 1;
    return true;
  }

  /** @throws where the story itself, from the start, breaks nothing: then two states were taken for one */
  private async broken(story: readonly string[], problems: readonly string[]): Promise<Found> {
    const walk = await this.model.play(story);
    const again = walk.problems.length > 0 ? walk.problems : await walk.end();
    if (again.length === 0)
      throw new Error(`two states are taken for one: ${story.join(',')} alone breaks not ${problems.join()}`);
    return { broken: { story, problems: again } };
  }
}

/**
 * Plays all stories of at most `depth` events out of `alphabet`. A state is met first by a story with the most events left.
 * @param plays hears of each story before it is played
 */
export async function explore(
  model: Model,
  alphabet: readonly string[],
  depth: number,
  plays: (story: readonly string[]) => void = () => {},
): Promise<Explored> {
  const readies = alphabet.filter((event) => model.readies?.includes(event) === true);
  const plain = alphabet.filter((event) => !readies.includes(event));
  const all = new Exploration(model, plays);
  let turns: Turn[] = [{ at: { story: [], left: 1, spare: [] }, readied: [], event: [] }];
  for (let length = 0; length <= depth && turns.length > 0; length += 1) {
    const next: Turn[] = [];
    const follow = (at: Place, readied: readonly string[], event: readonly string[]): void => {
      if (length < depth) at.left += 1;
      next.push({ at, readied, event });
    };
    for (const turn of turns) {
      const found = await all.take(turn);
      if ('broken' in found) return { walks: all.walks, states: all.states, broken: found.broken };
      if (found.isNew) for (const one of plain) if (!found.vain.includes(one)) follow(found.at, [], [one]);
      if (found.takes > turn.readied.length)
        for (const one of readies) follow(turn.at, [...turn.readied, one], turn.event);
    }
    turns = next;
  }
  return { walks: all.walks, states: all.states };
}

/** Before it node says of a promise that was refused and that nobody heard. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Keys are many and long. */
const short = (key: string): string => createHash('sha1').update(key).digest('base64');

/** A counter-example to read, and how to play it again. */
export function storyLines(name: string, story: readonly string[], problems: readonly string[]): string[] {
  return [
    ...story.map((event, at) => `    ${at + 1}. ${event.replace(/_/g, ' ')}`),
    ...problems.map((problem) => `    broken: ${problem}`),
    `    again: npm run test:models -- --model ${name} --story ${story.join(',')}`,
  ];
}
