// What `button open-type` asks WeChat for, answered by stand-ins that say so.
import type { ApiState } from '../api/state';
import type { HostPorts } from '../ports/host';
import type { BuiltinHost } from './define';

type Host = BuiltinHost<object>;
type Action = (host: Host) => void | Promise<void>;

const SUPPORTED = [
  'share',
  'contact',
  'chooseAvatar',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'getUserInfo',
  'openSetting',
  'agreePrivacyAuthorization',
] as const;
type OpenType = (typeof SUPPORTED)[number];

export const isOpenType = (name: string): name is OpenType => SUPPORTED.some((known) => known === name);

export class OpenTypes {
  private readonly actions: Readonly<Record<OpenType, Action>>;

  constructor(
    private readonly ports: HostPorts,
    private readonly state: () => ApiState,
  ) {
    this.actions = {
      share: (host) => this.share(host),
      contact: (host) => void host.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} }),
      chooseAvatar: (host) => this.chooseAvatar(host),
      getPhoneNumber: (host) => this.phoneNumber(host, 'getphonenumber'),
      getRealtimePhoneNumber: (host) => this.phoneNumber(host, 'getrealtimephonenumber'),
      getUserInfo: (host) =>
        void host.emit('getuserinfo', { errMsg: 'getUserInfo:ok', userInfo: this.state().account.profile() }),
      openSetting: (host) =>
        void host.emit('opensetting', {
          errMsg: 'openSetting:ok',
          authSetting: this.state().account.authSetting(),
        }),
      agreePrivacyAuthorization: (host) => this.agree(host),
    };
  }

  /** Several open types may stand in one attribute, joined by `|`. */
  run(openType: string, host: Host): void {
    for (const name of openType.split('|')) {
      if (!isOpenType(name)) this.ports.report.unknown('option', `button open-type="${name}"`);
      else
        void Promise.resolve(this.actions[name](host)).catch((thrown: unknown) =>
          this.ports.report.error(thrown, `button open-type="${name}"`),
        );
    }
  }

  private share(host: Host): void {
    this.state().sharing.share({
      from: 'button',
      target: { id: host.element.id, dataset: host.component.dataset },
    });
  }

  private agree(host: Host): void {
    this.state().privacy.agree(host.element.id);
    host.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  }

  private async chooseAvatar(host: Host): Promise<void> {
    const [file] = await this.state().chooser.pick({ accept: 'image/*', count: 1 });
    if (file) host.emit('chooseavatar', { avatarUrl: file.path, errMsg: 'chooseAvatar:ok' });
  }

  private async phoneNumber(host: Host, event: string): Promise<void> {
    const allowed = await this.state().privacy.request(event);
    const detail = allowed
      ? { errMsg: 'getPhoneNumber:ok', code: this.state().account.newCode() }
      : { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 };
    host.emit(event, detail);
  }
}
