// wx.canIUse, answered from what the preview has: an API, a component, or a member of either.

export interface Inventory {
  hasApi: (name: string) => boolean;
  hasComponent: (name: string) => boolean;
  hasOpenType: (name: string) => boolean;
}

/** Objects that wx functions return, and the function that does. */
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
export function canIUse(schema: unknown, { hasApi, hasComponent, hasOpenType }: Inventory): boolean {
  if (typeof schema !== 'string' || schema === '') return false;
  const [name = '', attribute, option] = schema.split('.');
  const maker = OBJECTS[name];
  if (maker !== undefined) return hasApi(maker);
  if (name === 'button' && attribute === 'open-type' && option !== undefined) return hasOpenType(option);
  return hasApi(name) || hasComponent(name);
}
