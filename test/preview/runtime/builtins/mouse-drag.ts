// A mouse drags a row sideways as a finger does; browsers scroll by touch alone.

/**
 * @param element scrolls sideways
 * @param isDragged asked when the button goes down
 */
export function dragByMouse(element: HTMLElement, view: Window, isDragged: () => boolean): void {
  /** Where the mouse was last; null while no button holds the row. */
  let last: number | null = null;
  element.addEventListener('pointerdown', ({ pointerType, button, clientX }) => {
    last = pointerType === 'mouse' && button === 0 && isDragged() ? clientX : null;
  });
  view.addEventListener('pointermove', ({ clientX, buttons }) => {
    if (last === null) return;
    // The button was let go where this page does not hear of it.
    if (buttons === 0) {
      last = null;
      return;
    }

    element.scrollLeft -= clientX - last;
    last = clientX;
  });
  view.addEventListener('pointerup', () => (last = null));
}
