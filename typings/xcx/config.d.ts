// xcx CONFIG-1: the store's skill types, which label the boards' filters.

/** + The day on which the store's books stand, `YYYY-MM-DD`. */
export interface ApiRuntimeClock {
  business_date: string;
}

/** CONFIG-1. */
export interface ApiSkillType {
  value: string;
  text: string;
  icon?: string;
}
