// What the code card page shows, as flat values: pure of the state and the moment.
import type { Failure } from '../../../../api/errors';
import { explain } from '../../../../api/explain';
import { countdownText, deadlineWords, secondsLeft } from '../../../../format/deadline';
import type { DeadlineTone } from '../../../../format/deadline';
import { itemName } from '../../../../format/item-words';
import { formatClock, formatDate, formatMinute } from '../../../../format/time';
import { nameText } from '../../../../format/unicode';
import { eachField } from '../../../../stores/fields';
import type { Ending, Moment, RedeemState } from './state';
import { isVisible, validQr } from './state';

/** What the canvas draws: a code, or why there is none. */
export type QrFace = 'valid' | 'loading' | 'expired' | 'offline' | 'failed' | 'hidden';

export interface RedeemView {
  state: 'loading' | 'failed' | 'ready' | 'live' | 'used' | 'ended';
  item_name: string;
  merchant_name: string;
  qr_face: QrFace;
  /** Empty unless `qr_face` is `valid`. */
  qr_content: string;
  qr_seconds: number;
  /** 0-1, how much of the QR's life is left. */
  qr_share: number;
  qr_countdown: string;
  renewing: boolean;
  code: string;
  order_text: string;
  order_tone: DeadlineTone;
  notice: string;
  notice_tone: 'info' | 'warn';
  /** When it was first read as used; empty unless it is. */
  used_text: string;
  /** Words of `failed`, `ended` and of a refused request in `ready`. */
  title: string;
  text: string;
  action: '' | 'retry' | 'ask_code' | 'sign_in';
  busy: boolean;
}

const CAPTURE_NOTICE_MS = 8_000;

const endings: Record<Ending, { title: string; text: string }> = {
  order_expired: { title: '券码已过期', text: '这张券码已不能使用。' },
  order_gone: { title: '券码已取消', text: '物品已退回背包，原券码已作废。' },
  no_order: { title: '暂时没有券码', text: '物品在待使用中，但没有找到它的券码，可稍后再试或联系客服。' },
  item_expired: { title: '物品已过期', text: '过了有效期的物品不能再使用。' },
  item_gone: { title: '找不到该物品', text: '它可能已失效，或不在您的背包里。' },
  not_redeemable: { title: '该物品不用券码', text: '可回到物品页查看能做什么。' },
};

/** What stands there before there is a card. */
export const BLANK_VIEW: RedeemView = {
  state: 'loading',
  item_name: '',
  merchant_name: '',
  qr_face: 'loading',
  qr_content: '',
  qr_seconds: 0,
  qr_share: 0,
  qr_countdown: '',
  renewing: false,
  code: '',
  order_text: '',
  order_tone: 'none',
  notice: '',
  notice_tone: 'info',
  used_text: '',
  title: '',
  text: '',
  action: '',
  busy: false,
};

/**
 * What the page binds: each field is set only when it changed, so a tick is three numbers.
 * @param card null while nobody is signed in
 */
export function cardFields(
  card: () => { readonly view: RedeemView } | null,
): Record<string, () => string | number | boolean> {
  return {
    ...eachField(BLANK_VIEW, () => card()?.view ?? BLANK_VIEW),
    signed_out: () => card() === null,
  };
}

/** The page at a moment. */
export function redeemView(state: RedeemState, moment: Moment): RedeemView {
  return {
    ...words(state),
    item_name: state.item ? itemName(state.item) : '',
    merchant_name: nameText(state.item?.merchant_name, ''),
    ...qrPart(state, moment.now),
    code: isVisible(state) ? (state.code ?? '') : '',
    ...orderPart(state, moment),
    ...noticePart(state, moment),
    used_text:
      state.stage.state === 'used' && state.stage.seen && moment.is_sure
        ? formatMinute(state.stage.at - moment.now + moment.server)
        : '',
    busy: state.asking === 'redeem' || state.wanted,
  };
}

function words(state: RedeemState): Pick<RedeemView, 'state' | 'title' | 'text' | 'action'> {
  const { stage } = state;
  const refused = state.problem === null ? { title: '', text: '' } : explain(state.problem);
  switch (stage.state) {
    case 'opening':
      return { state: 'loading', ...refused, action: '' };
    case 'ready':
      return { state: 'ready', ...refused, action: 'ask_code' };
    case 'live':
      return { state: 'live', title: '', text: '', action: '' };
    case 'used':
      return { state: 'used', title: '已使用', text: '', action: '' };
    case 'ended': {
      const { title, text } = endings[stage.ending];
      const more = stage.again ? '物品仍在您的背包里，可以重新生成。' : '';
      return {
        state: 'ended',
        title,
        text: text + more,
        action: stage.again ? 'ask_code' : retryOf(stage.ending),
      };
    }
    case 'failed': {
      const { title, text, retry, action } = explain(stage.failure);
      const next = action === 'sign_in' ? action : retry ? 'retry' : '';
      return { state: 'failed', title, text, action: next };
    }
  }
}

/** What can be retried: an expired or missing item stays so, but an order's state may change. */
function retryOf(ending: Ending): '' | 'retry' {
  return ending === 'order_expired' || ending === 'order_gone' || ending === 'no_order' ? 'retry' : '';
}

type QrPart = Pick<
  RedeemView,
  'qr_face' | 'qr_content' | 'qr_seconds' | 'qr_share' | 'qr_countdown' | 'renewing'
>;

function qrPart(state: RedeemState, now: number): QrPart {
  const qr = validQr(state, now);
  const renewing = state.asking === 'renew';
  if (qr === null) {
    const none = { qr_content: '', qr_seconds: 0, qr_share: 0, qr_countdown: '', renewing };
    return { qr_face: faceWithout(state, now), ...none };
  }
  const seconds = secondsLeft(qr.expires_at, now);
  return {
    qr_face: 'valid',
    qr_content: qr.content,
    qr_seconds: seconds,
    qr_share: Math.min(1, (seconds * 1_000) / Math.max(1_000, qr.expires_at - qr.since)),
    qr_countdown: countdownText(seconds),
    renewing,
  };
}

function faceWithout(state: RedeemState, now: number): QrFace {
  if (!isVisible(state)) return 'hidden';
  if (!state.online || passing(state.problem)) return 'offline';
  if (state.asking === 'renew' && state.renew_failures === 0) return 'loading';
  if (state.problem !== null) return 'failed';
  return state.qr !== null && now >= state.qr.expires_at ? 'expired' : 'loading';
}

/** Whether the problem passes by itself when the network is back. */
function passing(problem: Failure | null): boolean {
  return problem?.kind === 'network' || problem?.kind === 'timeout';
}

function orderPart(
  state: RedeemState,
  { server, is_sure }: Moment,
): Pick<RedeemView, 'order_text' | 'order_tone'> {
  const end = state.order?.expires_at ?? null;
  if (end === null) return { order_text: '', order_tone: 'none' };
  // Without a clock that is known to be right, the day is all that can be said.
  const tone = is_sure ? deadlineWords(end, server).tone : 'far';
  const near = tone === 'soon' || tone === 'today';
  return { order_text: `请在 ${near ? formatMinute(end) : formatDate(end)} 前使用`, order_tone: tone };
}

function noticePart(state: RedeemState, { now, server }: Moment): Pick<RedeemView, 'notice' | 'notice_tone'> {
  if (state.stage.state === 'live' && state.code !== null && state.is_unsaved) {
    return { notice: '手机存储空间不足，券码没有保存，离开前请先复制或抄下', notice_tone: 'warn' };
  }
  const qr = validQr(state, now);
  if (qr !== null && (!state.online || state.problem !== null)) {
    const why = !state.online || passing(state.problem) ? '网络不可用' : '暂时无法更新';
    const until = formatClock(qr.expires_at - now + server);
    return { notice: `${why}，当前二维码可用至 ${until}`, notice_tone: 'warn' };
  }
  const { captured_at } = state;
  if (captured_at !== null && now - captured_at < CAPTURE_NOTICE_MS) {
    const done = qr !== null && qr.since >= captured_at ? '已' : '正在';
    return { notice: `检测到截屏，${done}为您更换二维码。请勿转发券码`, notice_tone: 'warn' };
  }
  return { notice: '', notice_tone: 'info' };
}
