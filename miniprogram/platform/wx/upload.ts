// wx.uploadFile as an UploadPort. A refusal (401 …) comes to `success` like any other answer.
import { PlatformError } from '../failure';
import type { HttpResponse, UploadPort } from '../ports';
import { platformError } from './errors';
import { cookieLines, headerList } from './http';

export const wxUpload: UploadPort = {
  upload(request) {
    return new Promise<HttpResponse>((resolve, reject) => {
      if (request.signal?.aborted === true) return reject(new PlatformError('aborted', 'uploadFile'));
      const task = wx.uploadFile({
        url: request.url,
        filePath: request.file_path,
        name: request.name,
        header: request.headers,
        ...(request.form === undefined ? {} : { formData: request.form }),
        timeout: request.timeout_ms,
        success(result) {
          // Some base libraries add the headers here though their types do not say so.
          const { header } = result as { header?: Record<string, unknown> };
          const headers = headerList(header);
          resolve({
            status: result.statusCode,
            headers,
            cookies: cookieLines(undefined, headers),
            body: result.data,
          });
        },
        fail: (error) => reject(platformError(error)),
        complete: () => off?.(),
      });
      const off = request.signal?.onAbort(() => task.abort());
      const { onProgress } = request;
      if (onProgress !== undefined) task.onProgressUpdate(({ progress }) => onProgress(progress));
    });
  },
};
