// What many ask: a tap sends it.
export const QUESTIONS: readonly string[] = ['券怎么使用？', '快过期了怎么办？', '积分没有到账', '转人工'];
