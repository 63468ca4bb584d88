// Panel: theme, width, text size, and what happens to a phone.
import type { ApiState } from '../../api/state';
import { keyboard } from '../../phone/keyboard';
import type { HostPorts } from '../../ports/host';
import type { Theme } from '../../ports/values';
import { deskOf } from '../index';
import { element } from '../dom';
import { Choices, push, section } from './parts';

const WIDTHS = [320, 375, 390, 430] as const;
const TEXT_SIZES = [
  { label: '小', value: 0.875 },
  { label: '标准', value: 1 },
  { label: '大', value: 1.25 },
  { label: '特大', value: 1.5 },
] as const;

export function themeSection(ports: HostPorts): HTMLElement {
  const choices = new Choices<Theme>(
    [
      { label: '浅色', value: 'light' },
      { label: '深色', value: 'dark' },
    ],
    ports.config.launch.theme,
    (theme) => ports.device.setTheme(theme),
  );
  ports.events.subscribe('ThemeChange', ({ theme }) => choices.show(theme));
  return section('主题', choices.root);
}

export function widthSection(ports: HostPorts): HTMLElement {
  const widths = WIDTHS.map((value) => ({ label: String(value), value }));
  const now = WIDTHS.find((width) => width === ports.shell.metrics().screenWidth) ?? 390;
  const choices = new Choices<(typeof WIDTHS)[number]>(widths, now, (width) =>
    deskOf(ports.shell)?.resizeScreen({ width }),
  );
  return section('屏幕宽度', choices.root);
}

export function textSizeSection({ textSize }: ApiState): HTMLElement {
  const choices = new Choices<number>(TEXT_SIZES, textSize.factor, (factor) => {
    textSize.factor = factor;
  });
  return section('字号', choices.root);
}

export function keyboardSection(): HTMLElement {
  const choices = new Choices<number>(
    [
      { label: '无', value: 0 },
      { label: '模拟 300 px', value: 300 },
    ],
    0,
    (px) => keyboard.setHeight(px),
  );
  return section('键盘', choices.root);
}

export function happeningsSection(ports: HostPorts, { privacy }: ApiState): HTMLElement {
  const toggle = push('退到后台', () => {
    if (ports.app.isForeground()) ports.app.background();
    else ports.app.foreground();
  });
  ports.events.subscribe('AppHide', () => void (toggle.textContent = '回到前台'));
  ports.events.subscribe('AppShow', () => void (toggle.textContent = '退到后台'));
  const buttons = element(
    'div.buttons',
    {},
    toggle,
    push('截屏', () => ports.events.notify('UserCaptureScreen')),
    push('内存告警', () => ports.events.notify('MemoryWarning', { level: 10 })),
    push('重置隐私授权', () => privacy.forget()),
  );
  return section('手机', buttons);
}
