// Socket, storage, files, lifecycle, network and device behind their ports.
import { wxTheme } from '../../../../miniprogram/platform/theme';
import { createWxDevice, createWxLogin } from '../../../../miniprogram/platform/wx/device';
import { wxFiles } from '../../../../miniprogram/platform/wx/files';
import { createWxLifecycle, createWxNetwork } from '../../../../miniprogram/platform/wx/lifecycle';
import { createWxPlatform } from '../../../../miniprogram/platform/wx/platform';
import { wxSocket } from '../../../../miniprogram/platform/wx/socket';
import { wxStorage } from '../../../../miniprogram/platform/wx/storage';
import { installFakeWx } from './fake-wx';

const wxs = installFakeWx();

function connect() {
  const heard: string[] = [];
  const socket = wxSocket.connect(
    'ws://h/socket.io/',
    {
      onOpen: () => heard.push('open'),
      onMessage: (data) => heard.push(`message ${typeof data === 'string' ? data : data.byteLength}`),
      onClose: (code, reason) => heard.push(`close ${code} ${reason}`),
      onError: () => heard.push('error'),
    },
    15_000,
  );
  return { socket, heard };
}

describe('the socket', () => {
  test('listens before anything can come', () => {
    const { heard } = connect();
    expect(wxs.last('connectSocket').options).toMatchObject({ url: 'ws://h/socket.io/', timeout: 15_000 });
    wxs.emit('onOpen');
    wxs.emit('onMessage', { data: '0{}' });
    wxs.emit('onClose', { code: 1001, reason: 'away' });
    expect(heard).toEqual(['open', 'message 0{}', 'close 1001 away']);
  });

  test('closes once, whoever says so and however often', () => {
    const { socket, heard } = connect();
    wxs.emit('onError', { errMsg: 'x' });
    wxs.emit('onClose', { code: 1006, reason: 'late' });
    socket.close();
    expect(heard).toEqual(['error', 'close 1006 socket error']);
  });

  test('after our own close nothing is reported but the close, when WeChat confirms it', () => {
    const { socket, heard } = connect();
    wxs.emit('onOpen');
    socket.close(1000, 'bye');
    socket.close(1000, 'again');
    expect(wxs.calls.filter(([name]) => name === 'close')).toEqual([
      ['close', { code: 1000, reason: 'bye' }],
    ]);
    wxs.emit('onMessage', { data: '2' });
    expect(heard).toEqual(['open']);
    wxs.emit('onClose', { code: 1000, reason: 'bye' });
    expect(heard).toEqual(['open', 'close 1000 bye']);
  });

  test('a socket closed while it shakes hands does not live on', () => {
    const { socket, heard } = connect();
    socket.close();
    wxs.emit('onOpen');
    expect(wxs.calls.filter(([name]) => name === 'close')).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  test('a frame that could not be sent is told', async () => {
    const { socket } = connect();
    const sent = socket.send('2');
    wxs.last('send').succeed();
    await expect(sent).resolves.toBeUndefined();
    const lost = socket.send('3');
    wxs.last('send').fail('sendSocketMessage:fail not connected');
    await expect(lost).rejects.toMatchObject({ kind: 'network' });
  });

  test('a connection that cannot even begin closes too', () => {
    const { heard } = connect();
    wxs.last('connectSocket').fail('connectSocket:fail url not in domain list');
    expect(heard).toEqual(['error', 'close 1006 connectSocket failed']);
  });
});

describe('lifecycle and network', () => {
  test('one listener at WeChat, many of ours, each stoppable', () => {
    const lifecycle = createWxLifecycle();
    const heard: string[] = [];
    const off = lifecycle.onShow(({ query }) => heard.push(`show ${query.a ?? ''}`));
    lifecycle.onHide(() => heard.push('hide'));
    wxs.emit('onAppHide');
    expect(lifecycle.visible).toBe(false);
    wxs.emit('onAppShow', { path: 'p', query: { a: '1', b: undefined }, scene: 1001 });
    expect(lifecycle.visible).toBe(true);
    off();
    wxs.emit('onAppShow', {});
    expect(heard).toEqual(['hide', 'show 1']);
    expect(wxs.listening('onAppShow')).toBe(1);
  });

  test('network: read, and told of changes', async () => {
    const network = createWxNetwork();
    const seen: unknown[] = [];
    network.onChange((state) => seen.push(state));
    const reading = network.read();
    wxs.last('getNetworkType').succeed({ networkType: 'none' });
    await expect(reading).resolves.toEqual({ connected: false, type: 'none' });
    wxs.emit('onNetworkStatusChange', { isConnected: true, networkType: '5g' });
    expect(seen).toEqual([{ connected: true, type: '5g' }]);
  });
});

describe('the device', () => {
  test('one capture listener at WeChat, only while somebody listens', () => {
    const device = createWxDevice();
    let heard = 0;
    const offs = [device.onCapture(() => (heard += 1)), device.onCapture(() => (heard += 1))];
    expect(wxs.listening('onUserCaptureScreen')).toBe(1);
    wxs.emit('onUserCaptureScreen');
    expect(heard).toBe(2);
    offs.forEach((off) => off());
    offs.forEach((off) => off());
    expect(wxs.calls.filter(([name]) => name === 'offUserCaptureScreen')).toHaveLength(1);
  });

  test('brightness, screen, clipboard, vibration', async () => {
    const device = createWxDevice();
    const read = device.brightness();
    wxs.last('getScreenBrightness').succeed({ value: 0.3 });
    await expect(read).resolves.toBe(0.3);
    void device.setBrightness(1);
    expect(wxs.last('setScreenBrightness').options).toMatchObject({ value: 1 });
    void device.keepScreenOn(true);
    expect(wxs.last('setKeepScreenOn').options).toMatchObject({ keepScreenOn: true });
    const copied = device.copy('KX4M');
    wxs.last('setClipboardData').fail('setClipboardData:fail privacy permission is not authorized');
    await expect(copied).rejects.toMatchObject({ kind: 'refused' });
    const buzz = device.vibrate('light');
    wxs.last('vibrateShort').fail('vibrateShort:fail not support');
    await expect(buzz).resolves.toBeUndefined();
    const hidden = device.hideOnCapture(true);
    wxs.last('setVisualEffectOnCapture').fail('not support');
    await expect(hidden).resolves.toBe(false);
  });

  test('knows its environment', () => {
    expect(createWxDevice().info).toEqual({ env: 'development', platform: 'ios', base_library: '3.9.0' });
    wxs.sync.getAccountInfoSync = { miniProgram: { envVersion: 'release' } };
    expect(createWxDevice().info.env).toBe('release');
  });

  test('parallel sign-ins share one wx.login; a later one asks anew', async () => {
    const login = createWxLogin();
    const both = Promise.all([login.code(), login.code()]);
    wxs.last('login').succeed({ code: 'c1' });
    await expect(both).resolves.toEqual(['c1', 'c1']);
    const empty = login.code();
    wxs.last('login').succeed({ code: '' });
    await expect(empty).rejects.toMatchObject({ kind: 'refused' });
    expect(wxs.asked.filter(({ api }) => api === 'login')).toHaveLength(2);
  });
});

describe('the theme', () => {
  test('is the phone’s, light where it says nothing', () => {
    const { read } = wxTheme();
    const said = [undefined, 'light', 'dark', 'sepia'].map((theme) => {
      wxs.sync.getAppBaseInfo = { SDKVersion: '3.9.0', theme };
      return read();
    });
    expect(said).toEqual(['light', 'light', 'dark', 'light']);
  });

  test('is told when it changes, until nobody listens', () => {
    const heard: string[] = [];
    const off = wxTheme().onChange((theme) => heard.push(theme));
    for (const theme of ['dark', 'light', 'sepia']) wxs.emit('onThemeChange', { theme });
    expect(heard).toEqual(['dark', 'light', 'light']);
    off();
    expect(wxs.calls.map(([name]) => name)).toEqual(['offThemeChange']);
  });
});

describe('storage and files', () => {
  test('an absent key answers nothing', () => {
    wxs.sync.getStorageSync = '';
    expect(wxStorage.get('app:kept/x')).toBeUndefined();
    wxs.sync.getStorageSync = '{}';
    expect(wxStorage.get('app:kept/x')).toBe('{}');
    wxs.sync.getStorageInfoSync = { keys: ['a', 'b'] };
    expect(wxStorage.keys()).toEqual(['a', 'b']);
  });

  test('keeps, measures, lists and forgets files', async () => {
    const kept = wxFiles.keep('wxfile://tmp_1');
    wxs.last('saveFile').succeed({ savedFilePath: 'wxfile://store_1' });
    await expect(kept).resolves.toBe('wxfile://store_1');
    const size = wxFiles.size('wxfile://store_1');
    wxs.last('getFileInfo').succeed({ size: 12 });
    await expect(size).resolves.toBe(12);
    const gone = wxFiles.size('wxfile://gone');
    wxs.last('getFileInfo').fail('getFileInfo:fail no such file');
    await expect(gone).resolves.toBeUndefined();
    const list = wxFiles.list();
    wxs.last('getSavedFileList').succeed({ fileList: [{ filePath: 'wxfile://store_1' }] });
    await expect(list).resolves.toEqual(['wxfile://store_1']);
    const removed = wxFiles.remove('wxfile://gone');
    wxs.last('removeSavedFile').fail('removeSavedFile:fail');
    await expect(removed).resolves.toBeUndefined();
  });

  test('a timer that is stopped does not run', () => {
    jest.useFakeTimers();
    const { timers } = createWxPlatform();
    const ran: string[] = [];
    timers.after(10, () => ran.push('a'));
    timers.after(10, () => ran.push('b'))();
    jest.advanceTimersByTime(20);
    expect(ran).toEqual(['a']);
    jest.useRealTimers();
  });
});
