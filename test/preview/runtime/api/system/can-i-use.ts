// wx.canIUse, answered from what the preview has: an API, a component, or a field of either that the typings know.

const BASIC = new Set(['getSystemInfoSync.return', 'console', 'CanvasContext', 'VideoContext']);

export interface Inventory {
  hasApi: (name: string) => boolean;
  hasComponent: (name: string, attribute: string | undefined) => boolean;
}

/** Members of the objects that wx functions return. */
const OBJECTS: Readonly<Record<string, string>> = {
  FileSystemManager: 'getFileSystemManager',
  SocketTask: 'connectSocket',
  RequestTask: 'request',
  UploadTask: 'uploadFile',
  DownloadTask: 'downloadFile',
  UpdateManager: 'getUpdateManager',
  SelectorQuery: 'createSelectorQuery',
  NodesRef: 'createSelectorQuery',
  IntersectionObserver: 'createIntersectionObserver',
};

/**
 * @param schema `request`, `request.object.enableChunked`, `button.open-type.chooseAvatar`, `RequestTask.onChunkReceived`
 * @returns true only for what exists in the preview
 */
export function canIUse(schema: unknown, { hasApi, hasComponent }: Inventory): boolean {
  if (typeof schema !== 'string' || schema === '') return false;
  if (BASIC.has(schema)) return schema === 'console';
  const [name = '', second] = schema.split('.');
  const maker = OBJECTS[name];
  if (maker !== undefined) return hasApi(maker);
  return hasApi(name) || hasComponent(name, second);
}
