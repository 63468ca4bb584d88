// The panel in a window that has no room beside the phone: a drawer over it, opened by a handle at the edge.
import { element } from './dom';

/**
 * Puts the panel into the document, with a handle and with what lies between the phone and the open drawer. Style sheets
 * show the two in a narrow window only.
 * @returns opens and closes it
 */
export function layDrawer(panel: HTMLElement): (open: boolean) => void {
  const show = (open: boolean): void => {
    panel.classList.toggle('open', open);
    scrim.hidden = !open;
    handle.setAttribute('aria-expanded', String(open));
    handle.textContent = open ? '关闭' : '控制台';
  };
  const handle = element('button.drawer-handle', {
    onTap: () => show(!panel.classList.contains('open')),
  });
  const scrim = element('div.drawer-scrim', { onTap: () => show(false) });
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  show(false);
  document.body.append(panel, scrim, handle);
  return show;
}
