// wx.connectSocket as a SocketPort: listeners are added at once, `onClose` comes exactly once.
import type { SocketConnection, SocketPort } from '../ports';
import { promised } from './errors';

/** WeChat refuses other codes, and reasons over 123 bytes. */
const NORMAL_CLOSE = 1000;

export const wxSocket: SocketPort = {
  connect(url, handlers, timeout_ms): SocketConnection {
    let closed = false;
    /** What we asked for; nothing but the close is told after it. */
    let closing: { code: number; reason: string } | undefined;
    const closeOnce = (code: number, reason: string) => {
      if (closed) return;
      closed = true;
      handlers.onClose(code, reason);
    };
    const fail = (errMsg: string, reason: string) => {
      if (closing === undefined) handlers.onError(errMsg);
      closeOnce(1006, reason);
    };
    const task = wx.connectSocket({
      url,
      timeout: timeout_ms,
      fail: ({ errMsg }) => fail(errMsg, 'connectSocket failed'),
    });
    task.onOpen(() => {
      // WeChat refuses to close a socket that is still shaking hands: it would live on unseen.
      if (closing !== undefined) task.close(closing);
      else handlers.onOpen();
    });
    task.onMessage(({ data }) => {
      if (closing === undefined) handlers.onMessage(data);
    });
    task.onClose(({ code, reason }) => closeOnce(code, reason));
    // A handshake that fails gives no `onClose` on some phones.
    task.onError(({ errMsg }) => fail(errMsg, 'socket error'));
    return {
      send: (data) =>
        promised<unknown>((callbacks) => task.send({ data, ...callbacks })).then(() => undefined),
      close(code = NORMAL_CLOSE, reason = '') {
        if (closed || closing !== undefined) return;
        closing = { code, reason };
        task.close(closing);
      },
    };
  },
};
