// wx.showModal: a question with one or two answers, with a line of text to fill in when it is editable.
import { element } from '../dom';

export interface ModalQuestion {
  title: string;
  content: string;
  showCancel: boolean;
  cancelText: string;
  cancelColor: string;
  confirmText: string;
  confirmColor: string;
  editable: boolean;
  placeholderText: string;
}

export interface ModalAnswer {
  confirm: boolean;
  /** What was typed; null when the question was not editable. */
  content: string | null;
}

/** Ask above the page; resolves with the answer. */
export function askModal(overlay: HTMLElement, question: ModalQuestion): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const input = question.editable ? element('input') : null;
    if (input) {
      input.value = question.content;
      input.placeholder = question.placeholderText;
    }
    const answer = (confirm: boolean): void => {
      modal.remove();
      resolve({ confirm, content: input && confirm ? input.value : null });
    };
    const button = (confirm: boolean, text: string, color: string): HTMLElement =>
      element('button', { text, style: `color:${color}`, onTap: () => answer(confirm) });
    const content = element(
      question.title === '' ? 'div.content.alone' : 'div.content',
      {},
      input ?? question.content,
    );
    const answers = element(
      'div.answers',
      {},
      question.showCancel ? button(false, question.cancelText, question.cancelColor) : null,
      button(true, question.confirmText, question.confirmColor),
    );
    const title = question.title === '' ? null : element('h3', { text: question.title });
    const modal = element(
      'div.modal',
      {},
      element('div.mask'),
      element('div.box', { role: 'alertdialog', label: question.title }, title, content, answers),
    );
    overlay.append(modal);
    input?.focus();
  });
}
