// Choosing pictures to send: from the album or the camera, compressed by WeChat where it can.
import { onlyOne } from '../../../compose/bind/dialogs';
import { here } from '../../../compose/bind/here';
import type { Bindable } from '../../../compose/bind/page';

/** More at once would stand in line for minutes on a phone's network. */
const MOST = 9;

/** WeChat's refusal. */
const saysCancelled = (error: unknown): boolean => {
  const { errMsg } = error as Partial<WechatMiniprogram.GeneralCallbackResult>;
  return errMsg?.includes('cancel') === true;
};

const saysUnconsented = (error: unknown): boolean => {
  const { errMsg } = error as Partial<WechatMiniprogram.GeneralCallbackResult>;
  return errMsg?.includes('privacy') === true;
};

/**
 * Temporary paths in the order chosen. `unconsented`: the privacy guide was not agreed to; `refused`: the person or the
 * system does not allow it.
 */
export async function choosePictures(
  page: Bindable,
): Promise<readonly string[] | 'cancelled' | 'unconsented' | 'refused'> {
  const asked = onlyOne(() =>
    wx.chooseMedia({
      count: MOST,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    }),
  );
  try {
    const chosen = await here(page, asked);
    return chosen === undefined ? 'cancelled' : chosen.tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (error) {
    // A fault of ours surfaces as itself.
    if (error instanceof Error) throw error;
    if (saysUnconsented(error)) return 'unconsented';
    return saysCancelled(error) ? 'cancelled' : 'refused';
  }
}
