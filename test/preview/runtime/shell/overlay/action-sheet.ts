// wx.showActionSheet, and the same sheet for what the preview itself has to ask.
import { element } from '../dom';

/** @returns index of the chosen item, or null when it was dismissed */
export function chooseAction(
  overlay: HTMLElement,
  items: readonly string[],
  { title = '', color = '' }: { title?: string; color?: string } = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const close = (index: number | null): void => {
      sheet.remove();
      resolve(index);
    };
    const style = color === '' ? '' : `color:${color}`;
    const board = element(
      'div.board.actions',
      { role: 'dialog' },
      title === '' ? null : element('p', { text: title }),
      ...items.map((text, index) => element('button', { text, style, onTap: () => close(index) })),
      element('button.dismiss', { text: '取消', onTap: () => close(null) }),
    );
    const sheet = element('div.sheet', {}, element('div.mask', { onTap: () => close(null) }), board);
    ignoreFirstLift(sheet);
    overlay.append(sheet);
  });
}

/**
 * A sheet that a long press opened appears under the finger, and the browser makes a click of lifting it. That click is
 * ignored: only touches that began on the sheet count, and the keyboard.
 */
function ignoreFirstLift(sheet: HTMLElement): void {
  let isTouched = false;
  sheet.addEventListener('pointerdown', () => (isTouched = true), { capture: true });
  sheet.addEventListener(
    'click',
    (event) => {
      if (!isTouched && event.detail > 0) event.stopPropagation();
    },
    { capture: true },
  );
}
