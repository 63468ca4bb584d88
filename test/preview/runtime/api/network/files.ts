// wx.uploadFile and wx.downloadFile, with their progress.
import type { HostPorts } from '../../ports/host';
import { isRecord, optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import { Signal } from '../signal';
import type { ApiState } from '../state';
import type { ApiTable, Result } from '../table';
import type { Connections } from './connections';
import { headerObject, headerPairs } from './encode';
import { multipart } from './multipart';
import { configuredTimeout, httpUrl } from './request';
import { optionsOf, startCall, type HttpTask } from './task';

function taskWithProgress(task: HttpTask, progress: Signal<Result>): Record<string, unknown> {
  return {
    abort: task.abort,
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
    onHeadersReceived: task.headers.on,
    offHeadersReceived: task.headers.off,
  };
}

const percent = (part: number, whole: number): number => (whole > 0 ? Math.round((part / whole) * 100) : 0);

/** The body is formed by the client, so the program's own content type would be wrong. */
const withoutContentType = (pairs: [string, string][]): [string, string][] =>
  pairs.filter(([name]) => name.toLowerCase() !== 'content-type');

function uploadBody(options: Options, { disk }: ApiState): ReturnType<typeof multipart> {
  const { filePath, name } = required(options, { filePath: 'String', name: 'String' });
  const file = disk.read(filePath);
  if (!file) throw new ApiFailure('file not found', { errno: 1300002 });
  const fileName = filePath.slice(filePath.lastIndexOf('/') + 1);
  const fields = isRecord(options['formData']) ? options['formData'] : {};
  return multipart(fields, { name, fileName, type: file.type, bytes: file.bytes });
}

export function addUpload(
  table: ApiTable,
  ports: HostPorts,
  state: ApiState,
  connections: Connections,
): void {
  table.value('uploadFile', (given?: unknown) => {
    const options = optionsOf(given);
    const progress = new Signal<Result>();
    const task = startCall(connections, state.net, {
      api: 'uploadFile',
      options,
      request: () => {
        const url = httpUrl(options);
        const { body, contentType } = uploadBody(options, state);
        return {
          api: 'uploadFile',
          url,
          method: 'POST',
          headers: [
            ...withoutContentType(headerPairs(options['header'], 'POST')),
            ['content-type', contentType],
          ],
          body,
          timeoutMs:
            optional(options, { timeout: 'Number' }).timeout ?? configuredTimeout(ports, 'uploadFile'),
        };
      },
      // Any status is a success, and the data is always text.
      result: ({ statusCode, headers, cookies, body }) => ({
        statusCode,
        data: new TextDecoder().decode(body),
        header: headerObject(headers),
        cookies,
      }),
      listen: {
        sent: (bytes, total) =>
          progress.emit({
            progress: percent(bytes, total),
            totalBytesSent: bytes,
            totalBytesExpectedToSend: total,
          }),
      },
    });
    return taskWithProgress(task, progress);
  });
}

function extensionOf(url: string, type: string): string {
  const known = /\.(\w{1,5})(?:[?#].*)?$/.exec(url.replace(/^https?:\/\/[^/]+/, ''))?.[1];
  return known ?? /^[a-z]+\/([a-z0-9]+)/.exec(type)?.[1] ?? '';
}

export function addDownload(
  table: ApiTable,
  ports: HostPorts,
  state: ApiState,
  connections: Connections,
): void {
  table.value('downloadFile', (given?: unknown) => {
    const options = optionsOf(given);
    const progress = new Signal<Result>();
    let expected = 0;
    let written = 0;
    const task = startCall(connections, state.net, {
      api: 'downloadFile',
      options,
      request: () => ({
        api: 'downloadFile',
        url: httpUrl(options),
        method: 'GET',
        headers: headerPairs(options['header'], 'GET'),
        body: null,
        timeoutMs:
          optional(options, { timeout: 'Number' }).timeout ?? configuredTimeout(ports, 'downloadFile'),
      }),
      result: ({ statusCode, headers, body }) => {
        const header = headerObject(headers);
        const type =
          Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
        const bytes = new Uint8Array(body);
        const target = optional(options, { filePath: 'String' }).filePath;
        if (target !== undefined) state.disk.write(target, bytes, type);
        const path = target ?? state.disk.addTemporary(bytes, type, extensionOf(httpUrl(options), type));
        return {
          statusCode,
          header,
          [target === undefined ? 'tempFilePath' : 'filePath']: path,
          dataLength: bytes.length,
        };
      },
      listen: {
        head: ({ headers }) => {
          expected = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
        },
        chunk: (bytes) => {
          written += bytes.length;
          progress.emit({
            progress: percent(written, expected),
            totalBytesWritten: written,
            totalBytesExpectedToWrite: expected,
          });
        },
      },
    });
    return taskWithProgress(task, progress);
  });
}
