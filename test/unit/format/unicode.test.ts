// I10: names and texts of any Unicode show sensibly wherever they are shown.
import fc from 'fast-check';
import { avatarLetter } from '../../../miniprogram/format/person';
import { assetTile } from '../../../miniprogram/format/asset-tile';
import { itemRow } from '../../../miniprogram/format/item-row';
import {
  cutText,
  firstGrapheme,
  graphemes,
  hasVisible,
  nameText,
  visibleText,
  wellFormed,
} from '../../../miniprogram/format/unicode';
import { urlOf } from '../../../miniprogram/api/route';
import { BLANK_MESSAGE, faceOf, messageRow } from '../../../miniprogram/packages/member/format/message-row';
import { sessionRow, sessionTitle } from '../../../miniprogram/packages/member/format/session-row';
import { ticketRow } from '../../../miniprogram/packages/member/format/ticket-row';
import { customerView } from '../../../miniprogram/stores/person/customer-view';
import type { SessionStore } from '../../../miniprogram/stores/person/session';
import type { ChatMessage, ChatSession } from '../../../typings/v4/chat';

/** Texts of which nobody would see anything. */
const BLANK = [
  ...['', ' ', '\u3000', '\u200b', '\u200d\u200d', '\ufeff', '\u2060', '\u00ad', '\u202e', '\u2066\u2069'],
  ...['\u3164', '\uffa0', '\u115f\u1160', '\u2800', '\ufe0f', '\u034f', '\u180e', '\n\t', '\u0000', '\u0301'],
  ...['\u{e0061}\u{e007f}', '\u{e0100}', '\u{1d173}'],
];
/** One sign each. */
const SIGNS = [
  ...['王', 'a', 'é', 'e\u0301', '👍🏽', '👨‍👩‍👧‍👦', '🇨🇳', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '❤️', '한', '\u1112\u1161\u11ab'],
  ...['नि', 'क्षि', 'กำ'.slice(0, 1), '𠮷', 'か\u3099', '🏳️‍🌈'],
];

describe('I10 something is visible always', () => {
  test.each(BLANK.map((text) => [JSON.stringify(text), text]))(
    'I10 of %s nothing is to be seen',
    (_told, text) => {
      expect(hasVisible(text)).toBe(false);
      expect(nameText(text, '会员')).toBe('会员');
      expect(visibleText(text, '无')).toBe('无');
      expect(avatarLetter(text)).toBe('·');
    },
  );

  test.each([...SIGNS, '\u200b王', '\u202eabc', '.', '-', '\ud83d'])('I10 %s is to be seen', (text) => {
    expect(hasVisible(text)).toBe(true);
  });

  test('I10 whatever is shown has something for what cannot be seen', () => {
    const none = '\u200b\u3164';
    const line = { chat_message_id: '1', sender_type: 'admin', message_type: 'text', content: none };
    expect(
      messageRow({ ...line, sender: { user_id: null, nickname: none } } as ChatMessage, 'k'),
    ).toMatchObject({
      name: '',
      text: BLANK_MESSAGE,
    });
    const session = { customer_service_session_id: '1', status: 'active', admin: { nickname: none } };
    const row = { ...session, last_message: line } as unknown as ChatSession;
    expect(sessionRow(row, { unread: 0, unsent: 0, now: 0 })).toMatchObject({
      title: '在线客服',
      last: BLANK_MESSAGE,
    });
    const item = { item_id: '1', item_type: 'x', status: 'x', tracking_code: '', rarity_code: 'x' };
    expect(
      itemRow({ ...item, item_name: none, merchant_name: none, item_type_display: none }, 0, false),
    ).toMatchObject({ item_name: '未命名物品', merchant_name: '', type_text: '物品' });
    const asset = {
      asset_code: 'A',
      display_name: none,
      total_amount: 1,
      frozen_amount: 0,
      available_amount: 1,
    };
    expect(assetTile(asset).display_name).toBe('未命名资产');
    expect(ticketRow({ issue_id: '1', issue_type: 'item', status: 'open', title: none }).title).toBe(
      '物品问题',
    );
    const user = {
      user_id: '1',
      mobile: '',
      role_level: 0,
      roles: [],
      status: 'active' as const,
      nickname: none,
    };
    const customer = { state: 'signed_in', user } as unknown as SessionStore['customer'];
    expect(customerView({ customer })).toMatchObject({ nickname: '会员', letter: '会' });
  });
});

describe('I10 nothing is cut in two', () => {
  test.each(SIGNS)('I10 %s is one sign', (sign) => {
    expect(graphemes(sign)).toEqual([sign]);
    expect(firstGrapheme(`${sign}后`)).toBe(sign);
    expect(cutText(`${'字'.repeat(3)}${sign}`, 3 + sign.length - 1)).toBe(
      sign.length > 1 ? '字字字' : '字字字',
    );
  });

  test('I10 the sign of a name is its first visible one, whole', () => {
    expect(avatarLetter('\u200b\u202e👨‍👩‍👧 家')).toBe('👨‍👩‍👧');
    expect(avatarLetter('🇨🇳🇯🇵')).toBe('🇨🇳');
    expect(avatarLetter('ßa')).toBe('ß');
    expect(avatarLetter('anna')).toBe('A');
    expect(avatarLetter(nameText('דנה', ''))).toBe('ד');
  });

  test('I10 pieces make up the text again, and half characters are replaced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        expect(graphemes(text).join('')).toBe(text);
        expect(text.startsWith(cutText(text, most))).toBe(true);
        expect(() => encodeURIComponent(wellFormed(text))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })), (units) => {
        const text = String.fromCharCode(...units);
        expect(() => encodeURIComponent(wellFormed(text))).not.toThrow();
        expect(wellFormed(text)).toHaveLength(units.length);
        expect(() => urlOf('', { method: 'GET', path: '/x' }, {}, { q: text })).not.toThrow();
      }),
    );
  });
});

describe('I10 a name does not change the direction of the text around it', () => {
  test('I10 a name from right to left is isolated, any other stays as it is', () => {
    expect(nameText('小林', '')).toBe('小林');
    expect(nameText('דנה', '')).toBe('\u2068דנה\u2069');
    expect(nameText(' أحمد ', '')).toBe('\u2068أحمد\u2069');
    const session = { status: 'active', admin: { nickname: 'דנה' } } as unknown as ChatSession;
    expect(sessionTitle(session)).toBe('\u2068דנה\u2069');
    expect(faceOf(sessionTitle(session))).toBe('ה');
  });

  test('I10 a name’s own commands of direction, and its line breaks, are left out', () => {
    expect(nameText('abc\u202edef', '')).toBe('abcdef');
    expect(nameText('\u2067a\u2069\u200fb', '')).toBe('ab');
    expect(nameText('第一行\r\n\u2028第二行', '')).toBe('第一行 第二行');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const open = [...nameText(name, '')].filter((one) => /[\u202a-\u202e\u2066-\u2068]/.test(one)).length;
        const closed = [...nameText(name, '')].filter((one) => /[\u202c\u2069]/.test(one)).length;
        expect(open).toBe(closed);
      }),
    );
  });
});
