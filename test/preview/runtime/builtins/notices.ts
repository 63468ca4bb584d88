// Tags that only WeChat itself can fill: each is drawn as a box with its name, so that an empty place is not taken for
// a fault.
import { builtin } from './define';
import { empty } from './templates';

const NAMES: Readonly<Record<string, string>> = {
  'official-account': '公众号关注组件',
  'open-data': '开放数据',
  'live-player': '直播播放',
  'live-pusher': '直播推流',
  'ad-custom': '广告',
  'functional-page-navigator': '插件功能页',
  ad: '广告',
  map: '地图',
  camera: '相机',
  'voip-room': '通话',
  'xr-scene': 'XR',
  'channel-live': '视频号直播',
  'channel-video': '视频号视频',
  'official-account-publish': '公众号文章',
  'store-home': '小店主页',
  'store-product': '小店商品',
  'store-coupon': '小店优惠券',
};

/** `wx.canIUse` says no to these. */
export const isNotice = (name: string): boolean => name in NAMES || name === 'web-view';

export function defineNotices(): void {
  for (const [name, words] of Object.entries(NAMES)) {
    builtin(name, {
      props: { type: String, src: String },
      standIn: true,
      setup: (host) => {
        host.element.setAttribute('notice', `${words}：预览中不提供 <${name}>`);
        return {};
      },
    });
  }
  builtin('web-view', {
    props: { src: String },
    standIn: true,
    template: empty,
    setup: (host) => ({
      // Business domains cannot be checked here, and most sites refuse to be framed.
      render: ({ src }) => host.element.setAttribute('notice', `网页组件：预览中不打开 ${src}`),
    }),
  });
}
