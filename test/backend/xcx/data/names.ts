// Made-up names. Surnames and given names combine without repeating for the first 2,400 customers.

const SURNAMES = [
  ...'林陈周吴徐孙马朱胡郭何高罗郑梁谢宋唐许韩',
  ...'冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕',
];

const GIVEN =
  '清和 小满 听澜 木槿 知夏 南乔 云舟 怀瑾 若谷 思齐 景行 望舒 星野 沐阳 子衿 予安 时宜 长歌 明远 初霁 ' +
  '亦然 书言 安之 一诺 之恒 晚晴 允和 嘉树 疏影 观澜 千寻 若溪 承宇 浩然 逸飞 向晚 青禾 砚秋 棠梨 念远 ' +
  '溪亭 扶苏 秋白 梓涵 雨桐 晨曦 俊朗 立言 修远 令仪 宛如 乐天 凌云 星河 白露 谷雨 立夏 朝阳 沛然 寄北';
const GIVEN_NAMES = GIVEN.split(' ');

/** The name of the customer with this index. */
export function customerName(index: number): string {
  const round = Math.floor(index / SURNAMES.length);
  const surname = SURNAMES[index % SURNAMES.length] ?? '';
  return surname + (GIVEN_NAMES[(index * 7 + round) % GIVEN_NAMES.length] ?? '');
}

export const COACH_NAMES: readonly string[] = [
  ...['夏栀', '江一帆', '顾南枝', '沈念', '陆星辞', '温言'],
  ...['程小鹿', '白芷', '秦朗', '叶知秋', '宁远', '方糖'],
];
