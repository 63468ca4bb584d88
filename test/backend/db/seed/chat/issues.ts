// The demo customer's tickets: every type, status and priority occurs.
import type { ChatPort } from '../../../v4/chat/port';
import { DEMO, SECOND } from '../people';

const HOUR_MS = 60 * 60 * 1000;

type Ticket = readonly [
  type: string,
  status: 'open' | 'processing' | 'resolved' | 'closed',
  priority: 'low' | 'medium' | 'high' | 'urgent',
  title: string,
  description: string,
  resolution?: string,
];

/** The latest first. */
const TICKETS: readonly Ticket[] = [
  ['item', 'open', 'high', '火锅券核销码无法识别', '到店扫码提示二维码无效，店员手动输入也不行。'],
  ['asset', 'processing', 'medium', '充值的积分没有到账', '昨晚 20:15 消费 128 元，积分没有增加。'],
  ['lottery', 'open', 'low', '抽奖次数显示不对', '今天应该还有 2 次，页面显示 0 次。'],
  ['trade', 'processing', 'urgent', '挂单后物品不见了', '春日徽章挂单出售后，背包和挂单列表里都没有。'],
  [
    'account',
    'resolved',
    'high',
    '更换手机号',
    '原来的手机号停用，申请改为新的号码。',
    '已核实身份并更换完成。',
  ],
  [
    'consumption',
    'resolved',
    'medium',
    '重复扣款',
    '同一单被扣了两次，每次 56 元。',
    '多扣的 56 元已原路退回，1–3 个工作日到账。',
  ],
  ['feedback', 'closed', 'low', '希望增加素食套餐', '店里的素食选择有点少。', '已转给门店，感谢您的建议。'],
  [
    'other',
    'closed',
    'low',
    '丢失雨伞',
    '周日晚把一把蓝色雨伞忘在店里了。',
    '已在前台保管，请凭手机尾号领取。',
  ],
  ['item', 'resolved', 'urgent', '赠送的拿铁券未到账', '活动赠券超过 24 小时没有到账。', '已补发到背包。'],
  [
    'asset',
    'closed',
    'medium',
    '碎片兑换数量有误',
    '兑换后少了 1 个红源晶碎片。',
    '核对后无误，已向您说明明细。',
  ],
  ['account', 'open', 'medium', '无法收到短信验证码', '换手机后一直收不到验证码。'],
  ['lottery', 'resolved', 'low', '奖品图片看不清', '希望点开可以看大图。', '新版本已支持查看大图。'],
];

function seedIssue(
  port: ChatPort,
  userId: number,
  ticket: Ticket,
  index: number,
  session: bigint | null,
): void {
  const [type, status, priority, title, description, resolution] = ticket;
  const at = port.clock.now() - (index * 31 + 5) * HOUR_MS;
  const ended = status === 'resolved' || status === 'closed';
  port.store.run(
    `INSERT INTO chat_issues (user_id, issue_type, status, priority, title, description, resolution, session_id,
       created_at, updated_at, resolved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[userId, type, status, priority, title, description, resolution ?? null, session],
    ...[at, status === 'open' ? at : at + 2 * HOUR_MS, ended ? at + 2 * HOUR_MS : null],
  );
}

/** @param past the session that one of the tickets came from */
export function seedIssues(port: ChatPort, past: bigint): void {
  const latest = TICKETS.length - 1;
  [...TICKETS].reverse().forEach((ticket, index) => {
    const position = latest - index;
    seedIssue(port, DEMO.user_id, ticket, position, position === 8 ? past : null);
  });
  const [first] = TICKETS;
  if (first !== undefined) seedIssue(port, SECOND.user_id, first, 3, null);
}
