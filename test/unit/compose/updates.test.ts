// A new version of the program: asked about once it is on the phone, and put in place only by whoever agrees.
import './globals';
import { chosenOf } from '../../../miniprogram/compose/bind/dialogs';
import { offerUpdates } from '../../../miniprogram/compose/launch/updates';
import { settle } from '../../support/fake-time';

type Answer = (answer: object) => void;
let asked: { title: string; content: string }[] = [];
let answers: Answer[] = [];
let ready: (() => void) | undefined;
let applied = 0;

beforeEach(() => {
  [asked, answers, ready, applied] = [[], [], undefined, 0];
  Reflect.set(globalThis, 'wx', {
    getUpdateManager: () => ({
      onUpdateReady: (listener: () => void) => (ready = listener),
      applyUpdate: () => (applied += 1),
    }),
    showModal: (question: { title: string; content: string }) => {
      asked.push(question);
      return new Promise((resolve) => answers.push(resolve));
    },
    showActionSheet: () => new Promise((resolve) => answers.push(resolve)),
  });
  offerUpdates();
});
afterEach(() => Reflect.deleteProperty(globalThis, 'wx'));

test('E6 an update that WeChat has fetched is asked about, says what stays, and restarts on a yes', async () => {
  expect(asked).toEqual([]);
  ready?.();
  await settle();
  expect(asked).toEqual([
    expect.objectContaining({
      title: '有新版本',
      content: '新版本已准备好，重启后即可使用。未发送的内容会保留。',
    }),
  ]);
  expect(applied).toBe(0);
  answers[0]?.({ confirm: true });
  await settle();
  expect(applied).toBe(1);
});

test('E6 an update that is put off restarts nothing', async () => {
  ready?.();
  await settle();
  answers[0]?.({ confirm: false });
  await settle();
  expect(applied).toBe(0);
});

test('E6 an update that comes while something is being asked waits for the answer', async () => {
  const other = chosenOf(['复制']);
  ready?.();
  await settle();
  expect(asked).toEqual([]);
  answers[0]?.({ tapIndex: 0 });
  await other;
  await settle();
  expect(asked).toHaveLength(1);
  answers[1]?.({ confirm: true });
  await settle();
  expect(applied).toBe(1);
});
