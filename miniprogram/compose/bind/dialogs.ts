// Every window that WeChat opens over the page to ask or to choose: one at a time, however often it was tapped.
import { useCore } from './page';

let open: Promise<unknown> | undefined;

/**
 * Opens a chooser of WeChat's (pictures, a scan, a call, a preview).
 * @returns what it answers; `undefined` where one is open already, and then nothing is asked
 * @throws what it rejects with
 */
export async function onlyOne<T>(ask: () => Promise<T>): Promise<T | undefined> {
  if (open !== undefined) return undefined;
  const own = ask();
  open = own;
  try {
    return await own;
  } finally {
    open = undefined;
  }
}

type Question = Pick<
  WechatMiniprogram.ShowModalOption,
  'title' | 'content' | 'confirmText' | 'cancelText' | 'confirmColor'
>;

/** Asks for a yes. @returns false where it was declined, could not be asked, or something else is being asked */
export async function confirmed(question: Question): Promise<boolean> {
  try {
    return (await onlyOne(() => wx.showModal(question)))?.confirm === true;
  } catch {
    return false;
  }
}

/** The same for a question that the app has of itself: it waits for what is being asked. */
export async function confirmedInTurn(question: Question): Promise<boolean> {
  while (open !== undefined) await open.catch(() => undefined);
  return confirmed(question);
}

/** Says something that stays until it is read. */
export async function tell(content: string, title = ''): Promise<void> {
  try {
    await onlyOne(() => wx.showModal({ title, content, showCancel: false, confirmText: '知道了' }));
  } catch {
    // The window could not be shown: what it says is not needed to go on.
  }
}

/** Lets one of a few be chosen. @returns its place, or null where none was */
export async function chosenOf(itemList: string[]): Promise<number | null> {
  try {
    return (await onlyOne(() => wx.showActionSheet({ itemList })))?.tapIndex ?? null;
  } catch {
    // Dismissed.
    return null;
  }
}

/**
 * Copies a text. A failure (no privacy consent) is said; success WeChat says itself.
 * @param selectable a long press on the text itself copies it too
 * @returns whether it is copied; never rejects
 */
export async function copied(text: string, selectable = true): Promise<boolean> {
  try {
    await useCore().platform.device.copy(text);
    return true;
  } catch {
    void wx.showToast({ title: selectable ? '没有复制成功，可长按选择' : '没有复制成功', icon: 'none' });
    return false;
  }
}

/** WeChat's own page about what the app does with personal data; says where to find it when it does not open. */
export async function showPrivacy(): Promise<void> {
  if (!wx.canIUse('openPrivacyContract'))
    return tell('当前微信版本不支持在此查看，请在小程序资料页查看隐私保护指引。');
  try {
    await onlyOne(
      () => new Promise<void>((success, fail) => wx.openPrivacyContract({ success: () => success(), fail })),
    );
  } catch {
    await tell('暂时打不开隐私保护指引，请稍后再试。');
  }
}
