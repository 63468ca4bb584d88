// Objects that the preview cannot back: they have the methods of WeChat's, and their calls fail later.
import { failingObject } from '../../../../preview/runtime/api/stand-ins/objects';
import { OBJECT_KINDS } from '../../../../preview/runtime/api/stand-ins/object-kinds';
import { member } from './fakes';
import { readTypings } from './wechat-typings';

const { members, gives } = readTypings();

test.each(Object.entries(OBJECT_KINDS))('%s has all that the typings know', (name, kind) => {
  const known = members.get(gives.get(name) ?? '');
  expect(known?.size).toBeGreaterThan(1);
  const made = failingObject(name, { ...kind, tries: false });
  expect(Object.keys(made).sort()).toEqual([...(known ?? [])].sort());
});

describe('a call of such an object', () => {
  const make = () =>
    failingObject('createThing', {
      methods: 'act load~ onError offError onClose',
      reason: 'no thing',
      errCode: 7,
    });
  const failure = { errMsg: 'createThing.act:fail no thing', errCode: 7 };

  it('fails through its callbacks, after it has returned', async () => {
    const heard: unknown[] = [];
    await new Promise<void>((resolve) => {
      const returned = member(
        make(),
        'act',
      )({
        fail: (e: unknown) => heard.push(e),
        complete: () => resolve(),
      });
      expect([returned, heard]).toEqual([undefined, []]);
    });
    expect(heard).toEqual([failure]);
  });

  it('tells onError, until it is taken off', async () => {
    const made = make();
    const heard: unknown[] = [];
    const listener = (e: unknown): void => void heard.push(e);
    member(made, 'onError')(listener);
    member(made, 'act')();
    await new Promise((resolve) => setTimeout(resolve, 0));
    member(made, 'offError')(listener);
    member(made, 'act')();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toEqual([failure]);
  });

  it('rejects where WeChat gives a promise', async () => {
    await expect(member(make(), 'load')()).rejects.toEqual({
      errMsg: 'createThing.load:fail no thing',
      errCode: 7,
    });
  });
});
