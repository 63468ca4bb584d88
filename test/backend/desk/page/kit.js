// Small helpers of the desk page.

export const find = (selector, within = document) => within.querySelector(selector);

/** Makes an element; text is never read as HTML. */
export function make(tag, { text, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

let fading;
export function toast(message) {
  const box = find('#toast');
  box.textContent = message;
  box.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => (box.hidden = true), 2600);
}

async function read(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.message);
  return body;
}

export const get = async (path) => read(await fetch(path));

/** Posts JSON, or a file as it is. Throws an `Error` with the backend's words. */
export async function post(path, body = {}) {
  const isFile = body instanceof File;
  const headers = { 'content-type': isFile ? body.type : 'application/json' };
  return read(await fetch(path, { method: 'POST', headers, body: isFile ? body : JSON.stringify(body) }));
}

/** Does something the person asked for and says what went wrong. */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

/** Asks for a short text in a dialog; `undefined` when the person thinks better of it. */
export function ask({ title, value, label }) {
  const dialog = find('#ask');
  const form = find('form', dialog);
  find('h2', dialog).textContent = title;
  find('.danger', dialog).textContent = label;
  form.text.value = value;
  find('[type=button]', form).onclick = () => dialog.close();
  dialog.returnValue = '';
  dialog.showModal();
  form.text.select();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes' ? form.text.value.trim() : undefined);
  });
}

/** `09:05` today, else `3-8 09:05`. */
export function clock(iso) {
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  return date === today ? time : `${Number(date.slice(5, 7))}-${Number(date.slice(8, 10))} ${time}`;
}
