import { ApiFailure } from '../../../../preview/runtime/api/failure';
import { ApiTable } from '../../../../preview/runtime/api/table';
import { member } from './fakes';

function tableWith(handler: Parameters<ApiTable['async']>[1]) {
  const table = new ApiTable();
  table.async('act', handler);
  return member(table.members, 'act');
}

describe('an asynchronous wx API', () => {
  it('resolves with errMsg and its fields when there is no callback', async () => {
    await expect(tableWith(() => ({ a: 1 }))({})).resolves.toEqual({ errMsg: 'act:ok', a: 1 });
  });

  it('returns nothing and calls success, then complete, when there is a callback', async () => {
    const heard: unknown[] = [];
    const done = new Promise<void>((resolve) => {
      const returned = tableWith(() => undefined)({
        success: (result: unknown) => heard.push(['success', result]),
        complete: (result: unknown) => {
          heard.push(['complete', result]);
          resolve();
        },
      });
      expect(returned).toBeUndefined();
    });
    await done;
    expect(heard).toEqual([
      ['success', { errMsg: 'act:ok' }],
      ['complete', { errMsg: 'act:ok' }],
    ]);
  });

  it('names itself in a failure and keeps the fields beside errMsg', async () => {
    const act = tableWith(() => {
      throw new ApiFailure('timeout', { errno: 5 });
    });
    await expect(act({})).rejects.toEqual({ errMsg: 'act:fail timeout', errno: 5 });
    const failed = await new Promise((resolve) => act({ fail: resolve }));
    expect(failed).toEqual({ errMsg: 'act:fail timeout', errno: 5 });
  });

  it('throws an Error with errMsg when it is synchronous', () => {
    const table = new ApiTable();
    table.sync('actSync', () => {
      throw new ApiFailure('no');
    });
    let thrown: unknown;
    try {
      member(table.members, 'actSync')();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({ message: 'actSync:fail no', errMsg: 'actSync:fail no' });
  });
});

describe('an event', () => {
  it('keeps several listeners, or the last one where WeChat keeps one', () => {
    const table = new ApiTable();
    const many = table.event<number>('Many');
    const one = table.event<number>('One', true);
    const heard: string[] = [];
    for (const name of ['a', 'b']) {
      member(table.members, 'onMany')((value: number) => heard.push(`many ${name}${value}`));
      member(table.members, 'onOne')((value: number) => heard.push(`one ${name}${value}`));
    }
    many.emit(1);
    one.emit(1);
    member(table.members, 'offMany')();
    many.emit(2);
    expect(heard).toEqual(['many a1', 'many b1', 'one b1']);
  });
});
