// Every port, by WeChat. Build it once, while the app starts.
import type { Platform } from '../ports';
import { createWxDevice, createWxLogin } from './device';
import { wxFiles } from './files';
import { wxHttp } from './http';
import { createWxLifecycle, createWxNetwork } from './lifecycle';
import { wxSocket } from './socket';
import { wxStorage } from './storage';
import { wxUpload } from './upload';

export function createWxPlatform(): Platform {
  return {
    http: wxHttp,
    upload: wxUpload,
    socket: wxSocket,
    storage: wxStorage,
    files: wxFiles,
    network: createWxNetwork(),
    lifecycle: createWxLifecycle(),
    device: createWxDevice(),
    login: createWxLogin(),
    clock: { now: () => Date.now() },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
  };
}
