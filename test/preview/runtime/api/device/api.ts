// Screen, vibration, phone call, clipboard, scanning, battery.
import type { HostPorts } from '../../ports/host';
import { chooseAction } from '../../shell/overlay/action-sheet';
import { askModal } from '../../shell/overlay/modal';
import { showToast } from '../../shell/overlay/toast';
import { optional, required } from '../check';
import { ApiFailure } from '../failure';
import { addSensors } from './sensors';
import type { ApiState } from '../state';
import type { ApiTable } from '../table';

function addScreen(table: ApiTable, { device }: ApiState): void {
  table.async('getScreenBrightness', () => ({ value: device.snapshot().brightness }));
  table.async('setScreenBrightness', (options) => {
    const { value } = required(options, { value: 'Number' });
    // -1 gives the brightness back to the system.
    if (value !== -1 && (value < 0 || value > 1)) throw new ApiFailure('invalid value');
    device.change({ brightness: value === -1 ? 0.6 : value });
  });
  table.async('setKeepScreenOn', (options) =>
    device.change({ keepScreenOn: required(options, { keepScreenOn: 'Boolean' }).keepScreenOn }),
  );
  table.async('setVisualEffectOnCapture', (options) =>
    device.change({
      visualEffectOnCapture: optional(options, { visualEffect: 'String' }).visualEffect ?? 'none',
    }),
  );
  table.async('vibrateShort', () => device.vibrated());
  table.async('vibrateLong', () => device.vibrated());
  table.async('getBatteryInfo', () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }));
  table.sync('getBatteryInfoSync', () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }));
}

function addClipboard(table: ApiTable, ports: HostPorts, { privacy }: ApiState): void {
  let text = '';
  table.async('setClipboardData', async (options) => {
    const { data } = required(options, { data: 'String' });
    await privacy.need('setClipboardData');
    text = data;
    // The browser may refuse without a gesture; the program's own copy is what counts here.
    await navigator.clipboard
      ?.writeText(data)
      .catch(() => ports.report.warn('the browser kept its own clipboard'));
    showToast(ports.shell.overlay, { title: '内容已复制', icon: 'none', image: '', mask: false }, 1500);
  });
  table.async('getClipboardData', async () => {
    await privacy.need('getClipboardData');
    return { data: text };
  });
}

function addPeripherals(table: ApiTable, ports: HostPorts, { device }: ApiState): void {
  const { overlay } = ports.shell;
  table.async('makePhoneCall', async (options) => {
    const { phoneNumber } = required(options, { phoneNumber: 'String' });
    const chosen = await chooseAction(overlay, [`呼叫 ${phoneNumber}`]);
    if (chosen === null) throw new ApiFailure('cancel');
    device.change({ lastCall: phoneNumber });
  });
  table.async('scanCode', async () => {
    const answer = await askModal(overlay, {
      title: '扫码（预览）',
      content: '',
      editable: true,
      placeholderText: '码的内容',
      showCancel: true,
      cancelText: '取消',
      cancelColor: '',
      confirmText: '扫描',
      confirmColor: '#576B95',
    });
    if (!answer.confirm) throw new ApiFailure('cancel');
    return { result: answer.content ?? '', scanType: 'QR_CODE', charSet: 'utf-8', path: '' };
  });
}

export function addDevice(table: ApiTable, ports: HostPorts, state: ApiState): void {
  addScreen(table, state);
  addClipboard(table, ports, state);
  addPeripherals(table, ports, state);
  addSensors(table);
  table.standIn('shown beside the battery', ['setKeepScreenOn', 'setVisualEffectOnCapture']);
  table.standIn('counted', ['vibrateShort', 'vibrateLong']);
  table.standIn('always full', ['getBatteryInfo', 'getBatteryInfoSync']);
  table.standIn('the preview asks what the person does there', ['makePhoneCall', 'scanCode']);
}
