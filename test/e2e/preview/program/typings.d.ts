// The two functions of TDesign that the fixture calls; the library's own types are not reachable by the names WeChat uses.
declare module 'tdesign-miniprogram/toast/index' {
  export default function Toast(options: Record<string, unknown>): void;
}
declare module 'tdesign-miniprogram/action-sheet/index' {
  const ActionSheet: { show(options: Record<string, unknown>): void };
  export default ActionSheet;
}
