// wx.connectSocket as a SocketPort: listeners are added at once, `onClose` comes exactly once.
import type { SocketConnection, SocketPort } from '../ports';
import { promised } from './errors';

/** WeChat refuses other codes, and reasons over 123 bytes. */
const NORMAL_CLOSE = 1000;

export const wxSocket: SocketPort = {
  connect(url, handlers, timeout_ms): SocketConnection {
    let closed = false;
    const closeOnce = (code: number, reason: string) => {
      if (closed) return;
      closed = true;
      handlers.onClose(code, reason);
    };
    const task = wx.connectSocket({
      url,
      timeout: timeout_ms,
      fail(error) {
        handlers.onError(error.errMsg);
        closeOnce(1006, 'connectSocket failed');
      },
    });
    task.onOpen(() => handlers.onOpen());
    task.onMessage(({ data }) => handlers.onMessage(data));
    task.onClose(({ code, reason }) => closeOnce(code, reason));
    task.onError(({ errMsg }) => {
      handlers.onError(errMsg);
      // A handshake that fails gives no `onClose` on some phones.
      closeOnce(1006, 'socket error');
    });
    return {
      send: (data) =>
        promised<unknown>((callbacks) => task.send({ data, ...callbacks })).then(() => undefined),
      close(code = NORMAL_CLOSE, reason = '') {
        task.close({ code, reason });
        // While offline WeChat never confirms a close; what comes later is not ours any more.
        closeOnce(code, reason);
      },
    };
  },
};
