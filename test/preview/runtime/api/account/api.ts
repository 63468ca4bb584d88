// wx.login and its family, settings, subscriptions, and the privacy API.
import { required, stringList } from '../check';
import type { ApiState } from '../state';
import type { ApiTable } from '../table';
import { chooseAction } from '../../shell/overlay/action-sheet';
import type { HostPorts } from '../../ports/host';

function addLogin(table: ApiTable, { account }: ApiState): void {
  table.async('login', () => ({ code: account.newCode() }));
  table.async('checkSession', () => undefined);
  table.async('getUserProfile', (options) => {
    required(options, { desc: 'String' });
    return { userInfo: account.profile(), rawData: JSON.stringify(account.profile()) };
  });
  table.async('getUserInfo', () => ({
    userInfo: account.profile(),
    rawData: JSON.stringify(account.profile()),
  }));
  table.async('authorize', (options) => account.grant(required(options, { scope: 'String' }).scope));
  table.async('getSetting', () => ({ authSetting: account.authSetting() }));
  table.async('openSetting', () => ({ authSetting: account.authSetting() }));
}

function addSubscriptions(table: ApiTable, ports: HostPorts): void {
  table.async('requestSubscribeMessage', async (options) => {
    const { tmplIds } = required(options, { tmplIds: 'Array' });
    const ids = stringList('tmplIds', tmplIds);
    const chosen = await chooseAction(ports.shell.overlay, ['允许', '拒绝'], {
      title: `订阅 ${ids.length} 个消息（预览）`,
    });
    return Object.fromEntries(ids.map((id) => [id, chosen === 0 ? 'accept' : 'reject']));
  });
}

function addPrivacy(table: ApiTable, ports: HostPorts, { privacy }: ApiState): void {
  table.async('getPrivacySetting', () => ({
    needAuthorization: !privacy.hasAgreed(),
    privacyContractName: '《用户隐私保护指引》',
  }));
  table.async('requirePrivacyAuthorize', () => privacy.need('requirePrivacyAuthorize'));
  table.value('onNeedPrivacyAuthorization', privacy.onNeed);
  table.async('openPrivacyContract', async () => {
    await chooseAction(ports.shell.overlay, ['知道了'], { title: '《用户隐私保护指引》在手机上由微信打开' });
  });
}

export function addAccount(table: ApiTable, ports: HostPorts, state: ApiState): void {
  addLogin(table, state);
  addSubscriptions(table, ports);
  addPrivacy(table, ports, state);
  table.sync('getAccountInfoSync', () => ({
    miniProgram: { appId: ports.config.appId, envVersion: 'develop', version: '' },
  }));
  table.standIn('the person of the panel, with a code that the reference backend knows', [
    'login',
    'checkSession',
    'getUserProfile',
    'getUserInfo',
  ]);
  table.standIn('what was allowed since the start', ['authorize', 'getSetting', 'openSetting']);
  table.standIn('the preview asks what the person does there', [
    'requestSubscribeMessage',
    'openPrivacyContract',
  ]);
}
