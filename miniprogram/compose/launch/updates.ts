// A new version that WeChat has fetched: asks once, and restarts only when the person wants to.

/** Begins to listen; once, at launch. */
export function offerUpdates(): void {
  const updates = wx.getUpdateManager();
  updates.onUpdateReady(() => {
    void wx.showModal({
      title: '有新版本',
      content: '新版本已准备好，重启后即可使用。未发送的内容会保留。',
      confirmText: '重启',
      cancelText: '稍后',
      success: ({ confirm }) => {
        if (confirm) updates.applyUpdate();
      },
    });
  });
}
