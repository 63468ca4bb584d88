// Toast and loading: one place, the newer replaces the older.
import { element } from '../dom';

export interface ToastLook {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
  /** URL of a picture instead of the icon, '' for none. */
  image: string;
  mask: boolean;
}

const said: string[] = [];
/** The titles of all toasts since the start, in their order. */
export const toasts = (): string[] => [...said];

let shown: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function mark({ icon, image }: ToastLook): HTMLElement | null {
  if (image !== '') {
    const picture = element('img');
    picture.src = image;
    picture.alt = '';
    return picture;
  }
  if (icon === 'loading') return element('i.spinner');
  if (icon === 'none') return null;
  return icon === 'success' ? element('i.mark.success') : element('i.mark.error');
}

/** @param durationMs null keeps it until it is hidden */
export function showToast(overlay: HTMLElement, look: ToastLook, durationMs: number | null): void {
  hideToast();
  said.push(look.title);
  const icon = mark(look);
  const box = element('div', { role: 'alert' }, icon, element('p', { text: look.title }));
  shown = element(icon ? 'div.toast' : 'div.toast.plain', {}, box);
  shown.classList.toggle('masked', look.mask);
  overlay.append(shown);
  if (durationMs !== null) timer = setTimeout(hideToast, durationMs);
}

export function hideToast(): void {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
}
