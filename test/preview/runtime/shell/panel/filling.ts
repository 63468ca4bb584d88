// Panel: writes into the fields of the page in front what a person would, by one tap.
import type { HostPorts } from '../../ports/host';

/** Texts by the `aria-label` of their fields. */
export type Filling = Readonly<Record<string, string>>;

/** Where what is to be filled in waits while the program starts anew. */
const KEPT = 'preview.filling';
/** How often the page is looked at until it shows the fields, and how many times. */
const LOOK_MS = 100;
const LOOKS = 150;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The fields of the page in front, in the order of `filling`; null while one of them is not there. */
function fieldsOf(ports: HostPorts, filling: Filling): { field: Field; text: string }[] | null {
  const page = ports.pages.top()?.window.document;
  const found = Object.entries(filling).map(([label, text]) => {
    const field = page?.querySelector<Field>(`.wx-field-input[aria-label="${CSS.escape(label)}"]`);
    return field ? { field, text } : null;
  });
  return found.every((one) => one !== null) ? found : null;
}

/** Fills in when every field is there. @returns whether they were */
export function fillIn(ports: HostPorts, filling: Filling): boolean {
  const fields = fieldsOf(ports, filling);
  for (const { field, text } of fields ?? []) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return fields !== null;
}

/** Lets the next start of the program fill in. */
export function keepFilling(filling: Filling): void {
  sessionStorage.setItem(KEPT, JSON.stringify(filling));
}

const isFilling = (value: unknown): value is Filling =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');

/** Fills in what was kept, as soon as the page shows its fields. */
export function fillWhatWasKept(ports: HostPorts): void {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  const filling: unknown = kept === null ? null : JSON.parse(kept);
  if (!isFilling(filling)) return;
  let looks = 0;
  const looking = setInterval(() => {
    looks += 1;
    if (fillIn(ports, filling) || looks === LOOKS) clearInterval(looking);
  }, LOOK_MS);
}
