import ActionSheet from 'tdesign-miniprogram/action-sheet/index';
import Toast from 'tdesign-miniprogram/toast/index';

type Detail<T extends object> = WechatMiniprogram.CustomEvent<T>;

Page({
  data: {
    taps: 0,
    cells: 0,
    name: '',
    word: '',
    tab: '0',
    stars: 2,
    on: false,
    note: '',
    rows: [1, { width: '50%' }],
    bar: 'a',
    dialog: false,
    popup: false,
    deleted: false,
    action: '',
  },
  onButton() {
    this.setData({ taps: this.data.taps + 1 });
  },
  onCell() {
    this.setData({ cells: this.data.cells + 1 });
  },
  onName({ detail }: Detail<{ value: string }>) {
    this.setData({ name: detail.value });
  },
  onWord({ detail }: Detail<{ value: string }>) {
    this.setData({ word: detail.value });
  },
  onTab({ detail }: Detail<{ value: string }>) {
    this.setData({ tab: detail.value });
  },
  onStars({ detail }: Detail<{ value: number }>) {
    this.setData({ stars: detail.value });
  },
  onSwitch({ detail }: Detail<{ value: boolean }>) {
    this.setData({ on: detail.value });
  },
  onNote({ detail }: Detail<{ value: string }>) {
    this.setData({ note: detail.value });
  },
  onBar({ detail }: Detail<{ value: string }>) {
    this.setData({ bar: detail.value });
  },
  onDelete() {
    this.setData({ deleted: true });
  },
  openDialog() {
    this.setData({ dialog: true });
  },
  closeDialog() {
    this.setData({ dialog: false });
  },
  openPopup() {
    this.setData({ popup: true });
  },
  onPopup({ detail }: Detail<{ visible: boolean }>) {
    this.setData({ popup: detail.visible });
  },
  showToast() {
    Toast({ context: this, selector: '#t-toast', message: '好的', duration: 60000 });
  },
  showActions() {
    ActionSheet.show({ context: this, selector: '#t-action-sheet', items: ['甲', '乙'] });
  },
  onAction({ detail }: Detail<{ index: number }>) {
    this.setData({ action: String(detail.index) });
  },
});
