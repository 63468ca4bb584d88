/** What the store says it needs each information for, in words for the declaration. A test refuses a line that no code needs. */
export const PURPOSES: Readonly<Record<string, string>> = {
  '收集你的昵称、头像': '申请员工身份时填写同事对你的称呼',
  收集你选中的照片或视频信息: '在客服会话中发送图片',
  读取你的剪切板: '复制券码、物流单号、消息、联系电话和任务内容；只写入，从不读取',
};

/** Information that comes by no interface: it is typed, or the program makes it. `where` is below `miniprogram/`. */
export const TOLD: readonly { information: string; where: string; purpose: string }[] = [
  {
    information: '收集你的手机号',
    where: 'packages/member/sign-in/sign-in.wxml',
    purpose: '用手机号和验证码登录；申请员工身份时与员工名单核对',
  },
  {
    information: '收集你的发布内容',
    where: 'packages/member/conversation/conversation.wxml',
    purpose: '在客服会话中发送文字和图片，评价服务',
  },
  {
    information: '收集你的设备信息',
    where: 'platform/device-id.ts',
    purpose: '以随机生成的编号区分同一账号登录的各台设备',
  },
  {
    information: '收集你的操作日志',
    where: 'compose/launch/error-log.ts',
    purpose: '记录程序错误以便修复；不含个人信息',
  },
];
