// A fault of the program, shown where its page would be.
import type { PageFault } from '../ports/shell';
import { element } from './dom';

/** What failed, where, and the stack; it can be closed, since the page below may still be of use. */
export function faultPanel(fault: PageFault): HTMLElement {
  const panel = element('section.fault', { role: 'alert' });
  panel.append(
    element('button.fault-close', { text: '✕', label: '关闭', onTap: () => panel.remove() }),
    element('h3', { text: fault.message }),
    element('p', { text: fault.where }),
    element('pre', { text: fault.stack }),
  );
  return panel;
}
