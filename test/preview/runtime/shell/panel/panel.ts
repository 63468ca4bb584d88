// The control panel beside the phone.
import type { ApiState } from '../../api/state';
import type { HostPorts } from '../../ports/host';
import { element } from '../dom';
import { deskOf } from '../index';
import { accountSection, backendSection, hintSections } from './account';
import { happeningsSection, keyboardSection, textSizeSection, themeSection, widthSection } from './device';
import { fillWhatWasKept } from './filling';
import { monitorSection } from './monitor';
import { networkSection } from './network';

/** Fill the panel; does nothing where only the phone is drawn. */
export function attachPanel(ports: HostPorts, state: ApiState): void {
  const desk = deskOf(ports.shell);
  const panel = desk?.panel;
  if (!desk || !panel) return;
  const route = element('p', { text: '' });
  const backend = backendSection(ports);
  panel.replaceChildren(
    element('header', {}, element('h1', { text: '小程序预览' }), route),
    ...hintSections(ports, state),
    themeSection(ports),
    textSizeSection(state),
    ...(desk.isFramed ? [widthSection(ports)] : []),
    networkSection(ports),
    happeningsSection(ports, state),
    keyboardSection(),
    monitorSection(ports),
    accountSection(state),
    ...(backend ? [backend] : []),
  );
  fillWhatWasKept(ports);
  desk.onPage = (shown) => void (route.textContent = shown);
}
