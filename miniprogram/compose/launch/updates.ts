// A new version that WeChat has fetched: asks once, and restarts only when the person wants to.
import { confirmedInTurn } from '../bind/dialogs';

/** Begins to listen; once, at launch. */
export function offerUpdates(): void {
  const updates = wx.getUpdateManager();
  updates.onUpdateReady(() => {
    const question = {
      title: '有新版本',
      content: '新版本已准备好，重启后即可使用。未发送的内容会保留。',
      confirmText: '重启',
      cancelText: '稍后',
    };
    void confirmedInTurn(question).then((is_sure) => {
      if (is_sure) updates.applyUpdate();
    });
  });
}
