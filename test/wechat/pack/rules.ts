/** Exceptions: packages whose usual entry does not suit the bare engine of the logic layer. */

export interface Rule {
  /** Manifest fields to try, in this order. */
  mainFields?: string[]
  /** Module (as resolved, a path ending) → source text that takes its place. */
  replace?: Record<string, string>
}

export const RULES: Record<string, Rule> = {
  // Its `module` entry carries the development build's 150 KB of messages behind process.env checks.
  'mobx-miniprogram': { mainFields: ['main'] },
}
