// What a conversation is about, in words and pictures; and what one may ask about it.
import { nameText } from '../../../format/unicode';

export type Subject = 'task' | 'customer' | 'coach' | 'board' | 'general';

export interface SubjectWords {
  word: string;
  icon: string;
  /** What the assistant can see there. */
  sees: string;
  questions: readonly string[];
}

const NOTICE = '回答由 AI 生成，重要的数字请对照记录。';

export const SUBJECTS: Readonly<Record<Subject, SubjectWords>> = {
  task: {
    word: '任务',
    icon: 'task',
    sees: `我看得到这个任务和服务记录。${NOTICE}`,
    questions: ['为什么最近没来？', '帮我写一条 50 字的微信', '最近三次消费了什么？', '约什么时间最合适？'],
  },
  customer: {
    word: '客户',
    icon: 'user',
    sees: `我看得到这位客户的消费和到店记录。${NOTICE}`,
    questions: ['最近一次什么时候来的？', '储值余额还有多少？', '怎么开口邀约？', '有什么流失风险？'],
  },
  coach: {
    word: '助教',
    icon: 'usergroup',
    sees: `我看得到这位助教的业绩和任务。${NOTICE}`,
    questions: ['这个月业绩怎么样？', '离下一档还差多少？', '哪些客户该联系了？', '时间花在了哪里？'],
  },
  board: {
    word: '看板',
    icon: 'chart-bar',
    sees: `我看得到这个看板和您选的条件。${NOTICE}`,
    questions: ['这些数字说明了什么？', '和上一期比变了什么？', '哪里最需要注意？', '接下来该做什么？'],
  },
  general: {
    word: '通用',
    icon: 'chat-bubble-1',
    sees: `我看得到您名下的任务、业绩和客户。${NOTICE}`,
    questions: ['今天先联系谁？', '本月收入多少？', '帮我写一条邀约的话术', '怎么介绍团课？'],
  },
};

/** `想知道林小满的什么？` @param title as on the page that one comes from: `林小满 · 高优先召回` */
export function headline(subject: Subject, title: string | undefined): string {
  const name = nameText((title ?? '').split(' · ')[0], '');
  return subject === 'general' || name === '' ? '想问点什么？' : `想知道${name}的什么？`;
}
