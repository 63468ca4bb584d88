// A view is made once for all of its fields, whenever what it read changes.
import { autorun, observable, runInAction } from 'mobx-miniprogram';
import { eachField } from '../../../miniprogram/stores/fields';

test('G2 each field follows, and the view is made once a change', () => {
  const box = observable.box(1);
  let made = 0;
  const fields = eachField({ one: 0, two: '' }, () => {
    made += 1;
    return { one: box.get(), two: `${box.get()}` };
  });
  const seen: unknown[] = [];
  const stops = [autorun(() => seen.push(fields.one())), autorun(() => seen.push(fields.two()))];
  expect([seen, made]).toEqual([[1, '1'], 1]);
  runInAction(() => box.set(2));
  expect([seen, made]).toEqual([[1, '1', 2, '2'], 2]);
  stops.forEach((stop) => stop());
});
