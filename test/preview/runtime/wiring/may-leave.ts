// wx.enableAlertBeforeUnload: the question before a page is left.
import type { Page } from '../pages/page';
import { askModal } from '../shell/overlay/modal';

/**
 * @param asks whether this way of going back is one that WeChat asks about
 * @returns whether the page may be left
 */
export async function mayLeave(overlay: HTMLElement, { leaving }: Page, asks: boolean): Promise<boolean> {
  if (!asks || leaving.question === null) return true;
  const { confirm } = await askModal(overlay, {
    title: '',
    content: leaving.question,
    showCancel: true,
    cancelText: '取消',
    cancelColor: '',
    confirmText: '确定',
    confirmColor: '#576B95',
    editable: false,
    placeholderText: '',
  });
  return confirm;
}
