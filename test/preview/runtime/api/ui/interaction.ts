// Toast, loading, modal, action sheet.
import type { HostPorts } from '../../ports/host';
import { chooseAction } from '../../shell/overlay/action-sheet';
import { askModal } from '../../shell/overlay/modal';
import { hideToast, showToast, type ToastLook } from '../../shell/overlay/toast';
import { optional, required, stringList, type Options } from '../check';
import { ApiFailure } from '../failure';
import type { Sources } from '../sources';
import type { ApiTable } from '../table';

const ICONS = ['success', 'error', 'loading', 'none'] as const;
const TOAST_MS = 1500;
/** Longer button texts are refused. */
const BUTTON_CHARACTERS = 4;
const ITEMS = 6;

type Icon = ToastLook['icon'];
const iconOf = (name: string | undefined): Icon => ICONS.find((icon) => icon === name) ?? 'success';

/** WeChat demands a title, and puts none in the place of one that was not given; `undefined` is one that was. */
const titleOf = (options: Options): string =>
  'title' in options ? required(options, { title: 'String' }).title : '';

/** What is on the screen: hiding a toast leaves a loading, and WeChat warns when the two are mixed. */
type Showing = 'toast' | 'loading' | null;

function addToasts(table: ApiTable, { shell, report }: HostPorts, sources: Sources): void {
  let showing: Showing = null;
  table.async('showToast', (options) => {
    const title = titleOf(options);
    const wish = optional(options, { icon: 'String', image: 'String', duration: 'Number', mask: 'Boolean' });
    const image = wish.image === undefined || wish.image === '' ? '' : sources.url(wish.image);
    showToast(
      shell.overlay,
      { title, icon: iconOf(wish.icon), image, mask: wish.mask ?? false },
      wish.duration ?? TOAST_MS,
    );
    showing = 'toast';
  });
  table.async('showLoading', (options) => {
    const title = titleOf(options);
    const { mask = false } = optional(options, { mask: 'Boolean' });
    showToast(shell.overlay, { title, icon: 'loading', image: '', mask }, null);
    showing = 'loading';
  });
  const hide = (which: Exclude<Showing, null>) => (): void => {
    if (showing !== null && showing !== which)
      report.warn('showLoading and showToast share one place: the other one has been hidden');
    showing = null;
    hideToast();
  };
  table.async('hideToast', hide('toast'));
  table.async('hideLoading', hide('loading'));
}

function buttonText(options: Options, name: string, otherwise: string): string {
  const text = optional(options, { [name]: 'String' })[name] ?? otherwise;
  if (text.length > BUTTON_CHARACTERS)
    throw new ApiFailure(
      `parameter error: ${name} length should not larger than ${BUTTON_CHARACTERS} Chinese characters`,
    );
  return text === '' ? otherwise : text;
}

function addModal(table: ApiTable, { shell }: HostPorts): void {
  table.async('showModal', async (options) => {
    const wish = optional(options, {
      title: 'String',
      content: 'String',
      showCancel: 'Boolean',
      cancelColor: 'String',
      confirmColor: 'String',
      editable: 'Boolean',
      placeholderText: 'String',
    });
    const answer = await askModal(shell.overlay, {
      title: wish.title ?? '',
      content: wish.content ?? '',
      showCancel: wish.showCancel ?? true,
      cancelText: buttonText(options, 'cancelText', '取消'),
      cancelColor: wish.cancelColor ?? '',
      confirmText: buttonText(options, 'confirmText', '确定'),
      confirmColor: wish.confirmColor ?? '#576B95',
      editable: wish.editable ?? false,
      placeholderText: wish.placeholderText ?? '',
    });
    return { confirm: answer.confirm, cancel: !answer.confirm, content: answer.content };
  });
  table.async('showActionSheet', async (options) => {
    const { itemList } = required(options, { itemList: 'Array' });
    if (itemList.length === 0 || itemList.length > ITEMS)
      throw new ApiFailure(
        `parameter error: itemList should ${itemList.length === 0 ? 'have at least 1 item' : 'not be large than 6'}`,
      );
    const { alertText = '', itemColor = '' } = optional(options, {
      alertText: 'String',
      itemColor: 'String',
    });
    const look = { title: alertText, color: itemColor };
    const chosen = await chooseAction(shell.overlay, stringList('itemList', itemList), look);
    if (chosen === null) throw new ApiFailure('cancel');
    return { tapIndex: chosen };
  });
}

export function addInteraction(table: ApiTable, ports: HostPorts, sources: Sources): void {
  addToasts(table, ports, sources);
  addModal(table, ports);
  const ask = (question: string | null): void => {
    const top = ports.pages.top();
    if (top !== null) top.leaving.question = question;
  };
  table.async('enableAlertBeforeUnload', (options) => ask(required(options, { message: 'String' }).message));
  table.async('disableAlertBeforeUnload', () => ask(null));
}
