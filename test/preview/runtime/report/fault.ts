// From anything that was thrown to what the error panel shows.
import type { PreviewBuildError } from '../../protocol';
import type { PageFault } from '../ports/shell';

const isBuildError = (error: unknown): error is PreviewBuildError =>
  error instanceof Error && error.name === 'PreviewBuildError' && 'diagnostic' in error;

/** @param where file to name when the error does not know better */
export function describeFault(error: unknown, where: string): PageFault {
  if (isBuildError(error)) {
    const { file, line, text, frame } = error.diagnostic;
    return { message: text, where: line > 0 ? `${file}:${line}` : file, stack: frame };
  }
  if (error instanceof Error)
    return { message: `${error.name}: ${error.message}`, where, stack: error.stack ?? '' };
  return { message: String(error), where, stack: '' };
}

/** The text that App.onError and wx.onError get. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `MiniProgramError\n${String(error)}`;
  return `MiniProgramError\n${error.message}\n${error.stack ?? ''}`;
}
