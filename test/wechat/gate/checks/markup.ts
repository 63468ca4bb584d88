/** WXML, WXS and WXSS as WeChat's compilers read them: they see expression errors that every other tool lets pass. */
import { copyOf, type Check } from '../check';
import type { Finding } from '../finding';
import { filesBelow } from '../files';
import { runCompiler } from '../tools';

export const wcc: Check = {
  title: 'wcc compiles all WXML and WXS',
  reads: 'copy',
  run: (work) => {
    const folder = copyOf(work);
    const files = [...filesBelow(folder, '.wxml'), ...filesBelow(folder, '.wxs')];
    if (files.length === 0) return [];
    const { failed, stderr } = runCompiler('wcc', folder, ['-d', '-cc', '0', ...files, '-gn', '$gwx']);
    return findings(stderr, failed);
  },
};

export const wcsc: Check = {
  title: 'wcsc compiles all WXSS',
  reads: 'copy',
  run: (work) => {
    const folder = copyOf(work);
    const files = filesBelow(folder, '.wxss');
    if (files.length === 0) return [];
    const { failed, stdout, stderr } = runCompiler('wcsc', folder, ['-lc', '-db', '-pc', '0', ...files]);
    const complaints = `${stdout}\n${stderr}`.split('\n').filter((line) => line.startsWith('ERR'));
    return findings(complaints.join('\n') || stderr, failed);
  },
};

/** Both compilers say `path:line:column: words`, the second with `ERR:` before it and the place in brackets. */
function findings(text: string, failed: boolean): Finding[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('error file count'));
  if (lines.length === 0 && failed)
    return [{ at: 'miniprogram', message: 'the compiler failed without a word' }];
  return lines.map((line) => {
    const place = /^(?:ERR:\s*)?([^\s:(]+)[:(](\d+)[:\d)]*:?\s*(.*)$/.exec(line);
    return place === null
      ? { at: 'miniprogram', message: line }
      : { at: `miniprogram/${place[1]}:${place[2]}`, message: place[3] ?? '' };
  });
}
