// Errors of mini program code: mapped to the sources, kept for tests, told to the console and the terminal.
import type { DrawnAs, PreviewGlobal } from '../protocol';

const textOf = (error: unknown): { message: string; stack: string } =>
  error instanceof Error
    ? { message: `${error.name}: ${error.message}`, stack: error.stack ?? '' }
    : { message: typeof error === 'string' ? error : JSON.stringify(error), stack: '' };

/** Positions of the generated scripts replaced by those of the sources; the text itself when the server cannot say. */
async function mapped(stack: string, message: string, drawn?: DrawnAs): Promise<string> {
  try {
    const response = await fetch('/@stack', {
      method: 'POST',
      body: JSON.stringify({ stack, message, drawn }),
    });
    return response.ok ? await response.text() : stack;
  } catch {
    return stack; // The server went away; an unmapped stack is better than none.
  }
}

/** Makes `reportError`, and reports uncaught errors of this window. */
export function watchErrors(errors: PreviewGlobal['errors']): PreviewGlobal['reportError'] {
  const report = async (error: unknown, where: string, drawn?: DrawnAs): Promise<string> => {
    const { message, stack } = textOf(error);
    const entry = { message: where === '' ? message : `${where}: ${message}`, stack };
    errors.push(entry);
    entry.stack = await mapped(stack, entry.message, drawn);
    console.error(`${entry.message}\n${entry.stack}`);
    return entry.stack;
  };
  addEventListener('error', (event) => {
    if (event.error !== null && event.error !== undefined) void report(event.error, 'uncaught');
  });
  addEventListener('unhandledrejection', (event) => void report(event.reason, 'unhandled rejection'));
  return report;
}
