// What the scripted agent says: the first rule that fits, filled in from the person's own data. No chance is involved.
import { beijingIso } from '../../../clock';
import { int } from '../../../db/store';
import { itemsOf } from '../../backpack/items';
import type { ChatPort } from '../port';
import type { Message } from '../rows';

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 30;

/** `2026年3月8日` in Beijing. */
function day(ms: number): string {
  const [year, month, date] = beijingIso(ms).slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function redeeming(port: ChatPort, userId: number): string {
  const items = itemsOf(port, userId);
  const waiting = items.filter((item) => item.has_redemption_code);
  const ready = items.filter(
    ({ status, item_type }) => status === 'available' && item_type !== 'collectible',
  );
  const [first] = waiting;
  if (first !== undefined) {
    return `您有 ${waiting.length} 件物品已生成核销码，例如「${first.item_name}」。到店时打开它的核销码给店员扫一扫就可以，二维码 5 分钟会过期，点刷新即可。`;
  }
  return ready.length === 0
    ? '您目前没有可以核销的物品。'
    : `您有 ${ready.length} 件可用的物品，例如「${ready[0]?.item_name}」。打开物品，点“立即核销”，把码给店员看就可以。`;
}

function expiring(port: ChatPort, userId: number): string {
  const limit = port.clock.now() + SOON_DAYS * DAY_MS;
  const soon = itemsOf(port, userId)
    .filter(({ status, expires_at }) => status === 'available' && expires_at !== null && expires_at <= limit)
    .sort((a, b) => (a.expires_at ?? 0) - (b.expires_at ?? 0));
  if (soon.length === 0) return `最近 ${SOON_DAYS} 天没有要过期的物品，请放心。`;
  const lines = soon.slice(0, 3).map((item) => `「${item.item_name}」${day(item.expires_at ?? 0)}`);
  return `有 ${soon.length} 件物品会在 ${SOON_DAYS} 天内到期：${lines.join('、')}。记得早点来用哦。`;
}

function points(port: ChatPort, userId: number): string {
  const sql = `SELECT total_amount, frozen_amount FROM assets WHERE user_id = ? AND asset_code = 'points'`;
  const row = port.store.first(sql, userId);
  if (row === undefined) return '您目前还没有积分，到店消费后会自动到账。';
  const [total, frozen] = [int(row, 'total_amount'), int(row, 'frozen_amount')];
  return `您的积分余额是 ${total}，其中可用 ${total - frozen}，冻结 ${frozen}。`;
}

interface Rule {
  about: RegExp;
  say: (port: ChatPort, userId: number) => string;
}

const RULES: readonly Rule[] = [
  { about: /过期|到期|有效期/, say: expiring },
  { about: /核销|兑换|怎么用|二维码|券/, say: redeeming },
  { about: /积分|余额/, say: points },
  { about: /营业|几点|开门|地址/, say: () => '门店每天 10:00 – 22:00 营业，节假日照常。' },
  { about: /人工|真人/, say: () => '好的，已为您记下，店里的同事看到后会接着回复您。' },
  { about: /你好|您好|在吗|hi|hello/i, say: () => '在的，请说～' },
];

const FALLBACK = '收到，我记下了。您可以问我“核销”“过期”“积分”，说“谢谢”我就结束会话。';

export const GREETING = '您好，我是客服小禾，请问有什么可以帮您？';
export const FAREWELL = '不客气，祝您生活愉快！请为本次服务打个分吧～';

export const isFarewell = (message: Message): boolean =>
  message.message_type === 'text' && /谢谢|再见|拜拜/.test(message.content);

/** The answer to a customer's message. */
export function replyTo(port: ChatPort, userId: number, message: Message): string {
  if (message.message_type === 'image') return '图片收到了，我看一下。';
  const rule = RULES.find(({ about }) => about.test(message.content));
  return rule === undefined ? FALLBACK : rule.say(port, userId);
}
