// The way of an application in three steps.

export interface Step {
  text: string;
  /** `done | now | next` */
  is: string;
}

const STEPS = ['提交申请', '店长审核', '开通'];

/** @param status `approved`: all is done; otherwise the review goes on */
export function stepsOf(status: 'pending' | 'approved'): Step[] {
  const present = status === 'approved' ? STEPS.length : 1;
  return STEPS.map((text, at) => ({ text, is: at < present ? 'done' : at === present ? 'now' : 'next' }));
}
