// The app: builds the core at launch and keeps it for the pages; update prompt, error log, and the page for wrong links.
import type { Core } from './compose/core';
import { startCore } from './compose/start';
import { logErrors } from './compose/error-log';
import { offerUpdates } from './compose/updates';
import { redacted } from './format/redacted';

/** What `getApp()` answers; `compose/page` reads it. */
interface StoreApp extends Record<string, unknown> {
  core: Core | undefined;
}

App<StoreApp>({
  core: undefined,
  onLaunch() {
    this.core = startCore();
    logErrors();
    offerUpdates();
  },
  onPageNotFound({ path }) {
    const content = '你打开的页面不存在，可能链接已失效。';
    void wx.switchTab({ url: '/pages/backpack/backpack' });
    void wx.showModal({ title: '页面不存在', content, showCancel: false, confirmText: '知道了' });
    wx.getRealtimeLogManager().warn('page not found', redacted(path));
  },
});
