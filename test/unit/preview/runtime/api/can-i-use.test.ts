import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KNOWN_NAMES } from '../../../../preview/runtime/api/known-names';
import { asWx } from '../../../../preview/runtime/api/known';
import { ApiTable } from '../../../../preview/runtime/api/table';
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

describe('wx', () => {
  function wx() {
    const told: string[] = [];
    const said: string[] = [];
    const report = {
      unknown: (_kind: string, name: string) => told.push(name),
      standIn: (name: string, words: string) => said.push(`${name}: ${words}`),
      error: jest.fn(),
      warn: jest.fn(),
    };
    const table = new ApiTable();
    table.sync('request', () => 1);
    table.sync('makePhoneCall', () => 2);
    table.standIn('nobody answers', ['makePhoneCall']);
    return { told, said, members: asWx(table, partialPorts({ report })) };
  }

  it('has nothing that WeChat has neither', () => {
    const { told, members } = wx();
    expect(members['neverHeardOf']).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('lacks what the preview has not, as an old base library does, and tells the developer', () => {
    const { told, members } = wx();
    expect(members['createVKSession']).toBeUndefined();
    expect(() => member(members, 'createVKSession')()).toThrow('createVKSession is not a function');
    expect(new Set(told)).toEqual(new Set(['createVKSession']));
  });

  it('says of a stand-in that it is one', () => {
    const { said, members } = wx();
    expect([member(members, 'request')(), member(members, 'makePhoneCall')()]).toEqual([1, 2]);
    expect(said).toEqual(['wx.makePhoneCall: nobody answers']);
  });

  it('takes nothing for a stand-in that is not there', () => {
    expect(() => new ApiTable().standIn('words', ['absent'])).toThrow('wx.absent is not there');
  });
});

describe('the list of names', () => {
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
