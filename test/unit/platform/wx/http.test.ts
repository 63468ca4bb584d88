// wx.request and wx.uploadFile behind their ports.
import { createAbort } from '../../../../miniprogram/platform/abort';
import { wxHttp } from '../../../../miniprogram/platform/wx/http';
import { wxUpload } from '../../../../miniprogram/platform/wx/upload';
import { installFakeWx } from './fake-wx';

const wxs = installFakeWx();
const get = { method: 'GET', url: 'http://h/x', headers: { A: 'b' }, timeout_ms: 12_000 } as const;
const up = { url: 'http://h/x', headers: {}, file_path: 'wxfile://a', name: 'image', timeout_ms: 60_000 };

describe('wx.request', () => {
  test('asks for text, so that WeChat does not parse big ids away', async () => {
    const reply = wxHttp.request({ ...get, method: 'POST', body: '{"a":1}' });
    const { options, succeed } = wxs.last('request');
    expect(options).toMatchObject({
      method: 'POST',
      data: '{"a":1}',
      header: { A: 'b' },
      timeout: 12_000,
      responseType: 'text',
    });
    expect(options.dataType).not.toBe('json');
    succeed({
      statusCode: 401,
      header: { Date: 'd', 'X-Many': ['1', '2'] },
      cookies: ['refresh_token=1; Path=/'],
      data: '{"item_id":9007199254740993}',
    });
    await expect(reply).resolves.toEqual({
      status: 401,
      headers: [
        ['Date', 'd'],
        ['X-Many', '1'],
        ['X-Many', '2'],
      ],
      cookies: ['refresh_token=1; Path=/'],
      body: '{"item_id":9007199254740993}',
    });
  });

  test('cookies joined into one header are told apart, dates and all', async () => {
    const reply = wxHttp.request(get);
    const joined = 'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT,refresh_token=x.y; Path=/';
    wxs.last('request').succeed({ statusCode: 200, header: { 'set-cookie': joined }, data: '' });
    await expect(reply).resolves.toMatchObject({
      cookies: ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'refresh_token=x.y; Path=/'],
    });
  });

  test.each([
    ['request:fail timeout', 'timeout'],
    ['request:fail abort', 'aborted'],
    ['request:fail interrupted', 'network'],
    ['request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['request:fail url not in domain list http://h/x?mobile=13800000001', 'network'],
  ])('%s → %s, without the address', async (errMsg, kind) => {
    const reply = wxHttp.request(get);
    wxs.last('request').fail(errMsg);
    await expect(reply).rejects.toMatchObject({ kind, message: `${kind}: request` });
  });

  test.each([
    ['request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', true],
    ['request:fail errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', true],
    ['request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT', true],
    ['request:fail errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED', true],
    ['uploadFile:fail errcode:-109 error_msg:net::ERR_ADDRESS_UNREACHABLE', true],
    ['request:fail errcode:-1009 似乎已断开与互联网的连接。', true],
    ['request:fail Could not connect to the server.', true],
    ['request:fail Unable to resolve host "api.example.com": No address associated with hostname', true],
    ['request:fail Failed to connect to api.example.com/10.0.0.1:443', true],
    ['request:fail url not in domain list', true],
    // After these errors the request may have reached the backend.
    ['request:fail errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', false],
    ['request:fail errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED', false],
    ['request:fail errcode:-324 cronet_error_code:-324 error_msg:net::ERR_EMPTY_RESPONSE', false],
    ['request:fail errcode:-7 cronet_error_code:-7 error_msg:net::ERR_TIMED_OUT', false],
    ['request:fail errcode:-21 cronet_error_code:-21 error_msg:net::ERR_NETWORK_CHANGED', false],
    ['request:fail errcode:-102 cronet_error_code:-102 error_msg:socket hang up', false],
    ['request:fail errcode:-1005 网络连接已中断。', false],
    ['request:fail timeout', false],
    ['request:fail interrupted', false],
    ['request:fail', false],
  ])('I4 %s: never left the phone: %s', async (errMsg, is_unsent) => {
    const reply = wxHttp.request(get);
    wxs.last('request').fail(errMsg);
    await expect(reply).rejects.toMatchObject({ is_unsent });
  });

  test('abort reaches the task once; after the end it does not', async () => {
    const first = createAbort();
    const reply = wxHttp.request({ ...get, signal: first.signal });
    first.abort();
    expect(wxs.calls.filter(([name]) => name === 'abort')).toHaveLength(1);
    wxs.last('request').fail('request:fail abort');
    await expect(reply).rejects.toMatchObject({ kind: 'aborted' });

    const second = createAbort();
    const done = wxHttp.request({ ...get, signal: second.signal });
    wxs.last('request').succeed({ statusCode: 200, header: {}, data: '' });
    await done;
    second.abort();
    expect(wxs.calls.filter(([name]) => name === 'abort')).toHaveLength(1);
    await expect(wxHttp.request({ ...get, signal: second.signal })).rejects.toMatchObject({
      kind: 'aborted',
    });
  });

  test('chunks and headers are handed on as they come', async () => {
    const chunks: number[] = [];
    const heads: number[] = [];
    const reply = wxHttp.request({
      ...get,
      onChunk: (bytes) => chunks.push(bytes.byteLength),
      onHeaders: (status) => heads.push(status),
    });
    expect(wxs.last('request').options.enableChunked).toBe(true);
    wxs.emit('onHeadersReceived', { statusCode: 200, header: {} });
    wxs.emit('onChunkReceived', { data: new ArrayBuffer(3) });
    wxs.last('request').succeed({ statusCode: 200, header: {}, data: undefined });
    await expect(reply).resolves.toMatchObject({ body: '' });
    expect([heads, chunks]).toEqual([[200], [3]]);
  });
});

describe('wx.uploadFile', () => {
  test('a refusal comes to success, and is an answer; progress is told', async () => {
    const seen: number[] = [];
    const reply = wxUpload.upload({ ...up, form: { a: 'b' }, onProgress: (percent) => seen.push(percent) });
    const { options, succeed } = wxs.last('uploadFile');
    expect(options).toMatchObject({
      filePath: 'wxfile://a',
      name: 'image',
      formData: { a: 'b' },
      timeout: 60_000,
    });
    wxs.emit('onProgressUpdate', { progress: 40 });
    succeed({ statusCode: 401, data: '{"code":"TOKEN_EXPIRED"}' });
    await expect(reply).resolves.toEqual({
      status: 401,
      headers: [],
      cookies: [],
      body: '{"code":"TOKEN_EXPIRED"}',
    });
    expect(seen).toEqual([40]);
  });

  test('fails by the network and by abort', async () => {
    const { signal, abort } = createAbort();
    const reply = wxUpload.upload({ ...up, signal });
    abort();
    wxs.last('uploadFile').fail('uploadFile:fail abort');
    await expect(reply).rejects.toMatchObject({ kind: 'aborted' });
    await expect(wxUpload.upload({ ...up, signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});
