// What a tap on an address or a number in a message leads to; it is asked first.
import { chosenOf, copied, onlyOne } from '../../../compose/bind/dialogs';
import { here } from '../../../compose/bind/here';
import type { Bindable } from '../../../compose/bind/page';
import type { TextPart } from '../format/links';

/** A mini program cannot open foreign pages: an address is copied for the browser. */
export async function followLink(page: Bindable, { link, text }: TextPart): Promise<void> {
  if (link === 'url') {
    if ((await here(page, chosenOf(['复制链接，到浏览器打开']))) !== null)
      await here(page, copied(text, false));
    return;
  }
  const chosen = await here(page, chosenOf([`拨打 ${text}`, '复制号码']));
  if (chosen === 1) await here(page, copied(text, false));
  if (chosen !== 0) return;
  try {
    await here(
      page,
      onlyOne(() => wx.makePhoneCall({ phoneNumber: text.replace(/[^\d+]/g, '') })),
    );
  } catch {
    // Declined in WeChat's own question, or no phone: the number is still there to be copied.
  }
}
