/** What is planted into a sound project, and what a check must say then. */
import type { Files } from '../fixture/project';
import type { Check } from '../gate/check';

/** Changes to one copy of the sound project, and the defects that they plant there. */
export interface Planting {
  /** What the proof is listed under. */
  goal: 'A11' | 'G1';
  checks: Check[];
  files: Files;
  defects: { title: string; expected: RegExp }[];
}

/** Makes plantings of one defect each: its check, its name, the words that must be said, the files that plant it. */
export function planting(
  goal: Planting['goal'],
): (check: Check, title: string, expected: RegExp, files: Files) => Planting {
  return (check, title, expected, files) => ({
    goal,
    checks: [check],
    files,
    defects: [{ title, expected }],
  });
}
