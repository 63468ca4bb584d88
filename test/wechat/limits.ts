/** What the program is held to, by the gate and by the bench. The one table: a line is raised with its reason. */
export const LIMITS = {
  /** Of what WeChat's compiler emits, in KB of 1,024 bytes. */
  size: {
    main_kb: 400,
    /** WeChat's own, for each subpackage. */
    package_kb: 2_048,
    /** Ours, for those that have one: what a phone fetches while somebody looks at a page. */
    own_kb: { 'packages/staff': 260, 'packages/charts': 170 },
    /** With the staff's half in. */
    total_kb: 1_050,
  },
  /** The owner sets it as 最低基础库版本; what is newer is asked for before it is used. */
  minimum_base_library: '2.12.1',
} as const;
