// What each code of the V4 backend says to people (V4 §Envelope). `{n}` stands for the seconds to wait.
import { tableOf } from '../../format/lookup';

/** `text` is our own sentence; without it the server's is shown, or `otherwise` when that is not fit for people. */
export type Words = { title: string } & ({ text: string } | { text?: never; otherwise: string });

const signIn = '请重新登录';
const incomplete = '未能完成';

export const V4_WORDS = tableOf<Words>({
  // 400
  BAD_REQUEST: { title: incomplete, otherwise: '请求的内容有误，请检查后再试。' },
  INVALID_PARAMS: { title: incomplete, otherwise: '请求的内容有误，请检查后再试。' },
  INVALID_MOBILE_FORMAT: { title: '手机号不正确', text: '请输入 11 位手机号。' },
  MOBILE_REQUIRED: { title: '还没有填手机号', text: '请输入 11 位手机号。' },
  VERIFICATION_CODE_REQUIRED: { title: '还没有填验证码', text: '请输入短信里的验证码。' },
  CONTENT_VIOLATION: { title: '内容未通过审核', text: '消息含有不允许发送的内容，请修改后再发。' },
  ORDER_EXPIRED: { title: '券码已过期', text: '这张券码已过有效期，请返回查看物品的状态。' },
  ORDER_STATUS_INVALID: { title: '券码已失效', text: '这张券码已经用过或取消，请返回查看物品的状态。' },
  REDEMPTION_NOT_ALLOWED: { title: '现在不能使用', text: '物品可能已在待使用中、用过或过期，请刷新后查看。' },
  REDEMPTION_INSUFFICIENT: { title: '不能使用', text: '只有物品的所有者可以生成券码。' },
  CUSTOMER_SERVICE_ERROR: { title: incomplete, otherwise: '客服消息没有处理成功，请刷新会话后再试。' },
  SERVICE_ERROR: { title: incomplete, otherwise: '操作没有成功，请刷新后再试。' },
  FILE_TOO_LARGE: { title: '图片太大', text: '请选择不超过 5 MB 的图片。' },
  FILE_REQUIRED: { title: '还没有选图片', text: '请选择要发送的图片。' },
  REFRESH_TOKEN_REQUIRED: { title: signIn, text: '登录状态已失效。' },
  // 401
  TOKEN_EXPIRED: { title: signIn, text: '登录已过期。' },
  INVALID_TOKEN: { title: signIn, text: '登录状态已失效。' },
  MISSING_TOKEN: { title: signIn, text: '请先登录。' },
  SESSION_EXPIRED: { title: signIn, text: '登录已过期。' },
  SESSION_REPLACED: { title: signIn, text: '您的账号已在其他设备登录。' },
  SESSION_REVOKED: { title: signIn, text: '本机的登录已被退出。' },
  SESSION_NOT_FOUND: { title: signIn, text: '登录状态已失效。' },
  INVALID_REFRESH_TOKEN: { title: signIn, text: '登录已过期。' },
  INVALID_VERIFICATION_CODE: { title: '验证码不正确', text: '请核对短信里的验证码。' },
  VERIFICATION_CODE_EXPIRED: { title: '验证码已过期', text: '请重新获取验证码。' },
  // 403, 404, 409
  FORBIDDEN: { title: '没有权限', text: '您没有权限查看或操作这里的内容。' },
  USER_INACTIVE: { title: '账号已停用', text: '如有疑问请联系门店。' },
  NOT_FOUND: { title: '内容不存在', text: '可能已被删除，或暂未开放。' },
  ITEM_NOT_FOUND: { title: '物品不存在', text: '它可能已被转出或删除。' },
  USER_NOT_FOUND: { title: '账号不存在', text: '如有疑问请联系门店。' },
  CUSTOMER_SERVICE_NOT_FOUND: { title: '会话不存在', text: '这个会话已无法打开，请返回客服页重新进入。' },
  CUSTOMER_SERVICE_ALREADY_EXISTS: { title: '已经评过分', text: '每个会话只能评价一次，感谢您的评价。' },
  // 429
  RATE_LIMIT_EXCEEDED: { title: '操作太频繁', text: '请 {n} 秒后再试。' },
  SMS_RATE_LIMIT: { title: '验证码发送太频繁', text: '请 {n} 秒后再获取验证码。' },
  // 500: may be a business refusal with a sentence of its own
  INTERNAL_ERROR: { title: '服务暂时不可用', otherwise: '请稍后再试。' },
});
