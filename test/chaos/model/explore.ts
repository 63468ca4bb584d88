// Every story of so many events, the shortest first: a story is played from the start, and goes on only where it led to a state
// that no earlier one led to. So the first one that breaks a promise is as short as any.

/** What playing a story led to. */
export interface Walk {
  /** The state that the story ended in, such that what may follow depends on it alone. */
  key: string;
  /** Promises that were broken on the way. */
  problems: readonly string[];
  /** Lets all go well from here on. @returns promises that are broken even so; asked once a state */
  end(): readonly string[] | Promise<readonly string[]>;
}

export interface Model {
  name: string;
  /** What may happen, each by a word. */
  events: readonly string[];
  /** Those that matter most, for longer stories. */
  few: readonly string[];
  /** Never rejects for a broken promise. */
  play(story: readonly string[]): Walk | Promise<Walk>;
}

export interface Explored {
  walks: number;
  states: number;
  /** The shortest story that breaks a promise. */
  broken?: { story: readonly string[]; problems: readonly string[] };
}

/** Plays all stories of at most `depth` events out of `alphabet`. */
export async function explore(model: Model, alphabet: readonly string[], depth: number): Promise<Explored> {
  const seen = new Set<string>();
  let walks = 0;

  /** What is broken; `known` where the state is not new, so that the story does not go on. */
  async function broken(story: readonly string[]): Promise<readonly string[] | 'known'> {
    walks += 1;
    const walk = await model.play(story);
    if (walk.problems.length > 0) return walk.problems;
    if (seen.has(walk.key)) return 'known';
    seen.add(walk.key);
    return walk.end();
  }

  let ends: (readonly string[])[] = [[]];
  for (let length = 0; length <= depth && ends.length > 0; length += 1) {
    const next: (readonly string[])[] = [];
    const stories = length === 0 ? ends : ends.flatMap((end) => alphabet.map((event) => [...end, event]));
    for (const story of stories) {
      const problems = await broken(story);
      if (problems === 'known') continue;
      if (problems.length > 0) return { walks, states: seen.size, broken: { story, problems } };
      next.push(story);
    }
    ends = next;
  }
  return { walks, states: seen.size };
}

/** A counter-example to read, and how to play it again. */
export function storyLines(name: string, story: readonly string[], problems: readonly string[]): string[] {
  return [
    ...story.map((event, at) => `    ${at + 1}. ${event.replace(/_/g, ' ')}`),
    ...problems.map((problem) => `    broken: ${problem}`),
    `    again: npm run test:models -- --model ${name} --story ${story.join(',')}`,
  ];
}
