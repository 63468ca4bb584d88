// xcx CONFIG-1: the store's skill types, which label the boards' filters.

/** CONFIG-1. */
export interface ApiSkillType {
  value: string;
  text: string;
  icon?: string;
}
