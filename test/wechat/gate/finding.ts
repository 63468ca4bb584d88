/** What a check found wrong, and how it is told. */

export interface Finding {
  /** `path:line` below the project, or the closest thing to it. */
  at: string;
  message: string;
}

/** Shows a finding as one line. */
export function describe({ at, message }: Finding): string {
  return `${at}: ${message}`;
}

/** The line on which an offset lies, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
