import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KNOWN_NAMES } from '../../../../preview/runtime/api/known-names';
import { withMissing } from '../../../../preview/runtime/api/known';
import { canIUse } from '../../../../preview/runtime/api/system/can-i-use';
import { member, partialPorts } from './fakes';

const inventory = {
  hasApi: (name: string) => ['request', 'getFileSystemManager'].includes(name),
  hasComponent: (name: string) => name === 'button',
  hasOpenType: (name: string) => name === 'share',
};

describe('wx.canIUse', () => {
  it.each([
    ['request', true],
    ['request.object.method', true],
    ['FileSystemManager.readFile', true],
    ['SocketTask.send', false],
    ['button', true],
    ['button.open-type.share', true],
    ['button.open-type.launchApp', false],
    ['map', false],
    ['getLocation', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (schema, answer) => {
    expect(canIUse(schema, inventory)).toBe(answer);
  });
});

describe('an API that the preview has not', () => {
  function wx() {
    const told: string[] = [];
    const report = {
      unknown: (_kind: string, name: string) => told.push(name),
      error: jest.fn(),
      warn: jest.fn(),
    };
    return { told, members: withMissing({ request: () => 1 }, partialPorts({ report })) };
  }

  it('is undefined when WeChat has it neither', () => {
    expect(wx().members['neverHeardOf']).toBeUndefined();
  });

  it('is named when it is called, not when it is looked at, and fails', async () => {
    const { told, members } = wx();
    expect(typeof members['getLocation']).toBe('function');
    expect(told).toEqual([]);
    await expect(member(members, 'getLocation')({})).rejects.toEqual({
      errMsg: 'getLocation:fail not supported by the preview',
    });
    expect(() => member(members, 'createInnerAudioContext')()).toThrow('not supported by the preview');
    expect(told).toEqual(['getLocation', 'createInnerAudioContext']);
  });

  it('is known by the same names as the installed typings', () => {
    const file = path.join(
      __dirname,
      '../../../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
    );
    const source = readFileSync(file, 'utf8');
    const members = source.slice(source.indexOf('interface Wx {')).replace(/\/\*[^]*?\*\//g, '');
    const names = new Set<string>();
    let depth = 0;
    for (const line of members.split('\n')) {
      const name = /^ {8}([A-Za-z]\w*)\??\s*[(<:]/.exec(line)?.[1];
      if (name !== undefined && depth === 1) names.add(name);
      depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
      if (depth === 0 && names.size > 0) break;
    }
    names.delete('env');
    expect(names.size).toBeGreaterThan(400);
    expect([...names].sort()).toEqual([...KNOWN_NAMES].sort());
  });
});
