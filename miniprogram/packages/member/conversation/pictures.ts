// Choosing pictures to send: from the album or the camera, compressed by WeChat where it can.

/** More at once would stand in line for minutes on a phone's network. */
const MOST = 9;

/** Temporary paths in the order chosen. `refused`: the person or the system does not allow it. */
export function choosePictures(): Promise<readonly string[] | 'cancelled' | 'refused'> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: MOST,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'refused'),
    });
  });
}
