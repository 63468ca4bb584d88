// What does not fit on the page: anything wider than it, and text that is cut off without saying so.

/** Runs in the page. One line for each fault; empty when everything fits. */
export function overflows(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth + 1)
    faults.push(`the page scrolls sideways: ${root.scrollWidth} px on ${window.innerWidth}`);
  const named = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 20)}`;
  /** Something above it scrolls sideways or cuts its children off on purpose. */
  const held = (element: Element): boolean => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (/auto|scroll/.test(getComputedStyle(above).overflowX) && above !== root && above !== document.body)
        return true;
    return false;
  };
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || style.visibility === 'hidden') continue;
    if ((right > window.innerWidth + 1 || left < -1) && !held(element))
      faults.push(`${named(element)} reaches from ${Math.round(left)} to ${Math.round(right)} px`);
    const cuts = /hidden|clip/.test(style.overflowX) && style.display !== 'inline';
    if (!cuts || (element.textContent ?? '').trim() === '') continue;
    const says = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (
      !says &&
      (element.scrollWidth > element.clientWidth + 1 ||
        (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1))
    )
      faults.push(`${named(element)} cuts its text off`);
  }
  return faults;
}
