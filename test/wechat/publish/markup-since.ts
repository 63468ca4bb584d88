/**
 * First base libraries of what WXML and JSON name, from WeChat's component and configuration pages: the typings know
 * scripts alone. A name that is not here counts as always there; who uses a new one looks it up and adds it.
 */

/** By tag; '' is the tag itself, `name=value` one value of an attribute. Events are written as in WXML, without `:`. */
export const TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  button: {
    bindagreeprivacyauthorization: '2.32.3',
    bindchooseavatar: '2.21.2',
    'open-type=agreePrivacyAuthorization': '2.32.3',
    'open-type=chooseAvatar': '2.21.2',
    'open-type=getRealtimePhoneNumber': '2.24.4',
  },
  canvas: { type: '2.7.0' },
  image: { webp: '2.9.0', 'show-menu-by-longpress': '2.7.0' },
  input: {
    'always-embed': '2.10.4',
    'hold-keyboard': '2.8.2',
    bindkeyboardheightchange: '2.7.0',
    'type=nickname': '2.21.2',
    'type=safe-password': '2.18.0',
  },
  'match-media': { '': '2.11.1' },
  'navigation-bar': { '': '2.9.0' },
  'page-container': { '': '2.16.0' },
  'page-meta': { '': '2.9.0' },
  picker: { 'header-text': '2.11.0', level: '2.21.1' },
  'root-portal': { '': '2.25.2' },
  'scroll-view': {
    bounces: '2.12.0',
    binddragend: '2.12.0',
    binddragging: '2.12.0',
    binddragstart: '2.12.0',
    bindrefresherabort: '2.10.1',
    bindrefresherpulling: '2.10.1',
    bindrefresherrefresh: '2.10.1',
    bindrefresherrestore: '2.10.1',
    'enable-flex': '2.7.3',
    'enable-passive': '2.25.3',
    enhanced: '2.12.0',
    'fast-deceleration': '2.12.0',
    'paging-enabled': '2.12.0',
    'refresher-background': '2.10.1',
    'refresher-default-style': '2.10.1',
    'refresher-enabled': '2.10.1',
    'refresher-threshold': '2.10.1',
    'refresher-triggered': '2.10.1',
    'scroll-anchoring': '2.8.2',
    'scroll-into-view-offset': '3.6.0',
    'show-scrollbar': '2.12.0',
  },
  'share-element': { '': '2.16.0' },
  swiper: { 'easing-function': '2.6.5', 'snap-to-edge': '2.12.1' },
  text: { 'user-select': '2.12.1' },
  textarea: {
    'adjust-keyboard-to': '2.16.1',
    'confirm-hold': '2.16.0',
    'confirm-type': '2.13.0',
    'disable-default-padding': '2.10.0',
    'hold-keyboard': '2.8.2',
    bindkeyboardheightchange: '2.7.0',
  },
};

/** Keys of `app.json`, of a page's and of a component's JSON, wherever in it. */
export const KEYS: Readonly<Record<string, string>> = {
  componentPlaceholder: '2.11.2',
  custom: '2.5.0',
  darkmode: '2.11.0',
  handleWebviewPreload: '2.15.0',
  initialRenderingCache: '2.11.1',
  lazyCodeLoading: '2.11.1',
  pageOrientation: '2.4.0',
  preloadRule: '2.3.0',
  resizable: '2.3.0',
  styleIsolation: '2.10.1',
  subPackages: '2.3.0',
  themeLocation: '2.11.0',
};
