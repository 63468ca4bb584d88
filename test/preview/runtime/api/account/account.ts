// Who WeChat thinks is using the phone: the stand-in for login, profile and settings.
const OPENID_KEY = 'preview-openid';

export class Account {
  private sequence = 0;
  private readonly granted = new Set<string>();

  /** The person behind `wx.login`; chosen in the panel, kept over reloads beside the program's own storage. */
  openid(): string {
    return sessionStorage.getItem(OPENID_KEY) ?? 'preview-openid';
  }

  setOpenid(openid: string): void {
    sessionStorage.setItem(OPENID_KEY, openid);
  }

  /** A code as `wx.login` gives it: good once, and telling the reference backend whose it is. */
  newCode(): string {
    return `${this.openid()}-${Date.now().toString(36)}${(this.sequence++).toString(36)}`;
  }

  profile(): Record<string, unknown> {
    return {
      nickName: '微信用户',
      avatarUrl: '',
      gender: 0,
      country: '',
      province: '',
      city: '',
      language: 'zh_CN',
    };
  }

  isGranted(scope: string): boolean {
    return this.granted.has(scope);
  }

  grant(scope: string): void {
    this.granted.add(scope);
  }

  authSetting(): Record<string, boolean> {
    return Object.fromEntries([...this.granted].map((scope) => [scope, true]));
  }
}
