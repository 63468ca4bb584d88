// What reading a reply costs: lossless parsing and decoding of a list of 200 items against JSON.parse alone, and
// against two published lossless parsers (which decode nothing yet).
import createJsonBigint from 'json-bigint';
import { isLosslessNumber, parse as parseLossless } from 'lossless-json';
import * as v from 'valibot';
import { parseJson } from '../../miniprogram/api/json';
import { backpackSchema } from '../../miniprogram/api/v4/schema/backpack';
import { fieldOf } from '../../miniprogram/api/untyped';
import { startBackend } from '../backend';
import { createClientCore } from '../support/client-core';
import { interleaved, rounded } from './figures';
import type { Figures, Measure } from './figures';

const ITEMS = 200;
const ROUNDS = 400;
/** How much longer the long text is, which shows what grows with a text's length. */
const LONGER = 10;
const MOBILE = '13800000033';

/** The reply of the reference backend for a person with so many items, as it came over the wire. */
async function listText(): Promise<string> {
  const backend = await startBackend({ profile: 'deployed' });
  try {
    for (let count = 0; count < ITEMS; count += 1) {
      const item_type = ['voucher', 'product', 'collectible'][count % 3] ?? 'voucher';
      backend.dev.give({ owner_user_id: 33, item_name: `双人下午茶套餐 ${count}`, item_type });
    }
    let text = '';
    const core = createClientCore(backend.url, 'deployed', {
      wrapNetwork: (network) => ({
        upload: (request) => network.upload(request),
        async request(request) {
          const response = await network.request(request);
          text = response.body;
          return response;
        },
      }),
    });
    await core.session.requestCode(MOBILE);
    await core.session.signIn(MOBILE, '123456');
    const { items } = await core.v4.api.backpack.items({ page: 1, page_size: ITEMS });
    if (items.length < ITEMS) throw new Error(`only ${items.length} items`);
    core.dispose();
    return text;
  } finally {
    await backend.close();
  }
}

/** A text of so many rows, each with an escape and an id that has to be saved from rounding. */
const rows = (count: number): string =>
  `[${Array.from({ length: count }, (_, at) => `{"id":90071992547409${at}93,"t":"\\"x"}`).join()}]`;

/** What the app does with a reply's text, network apart. Throws where it does not decode. */
function read(text: string): unknown {
  const decoded = v.safeParse(backpackSchema, fieldOf(parseJson(text), 'data'));
  if (!decoded.success) throw new Error('the list does not decode');
  return decoded.output;
}

async function run(): Promise<Figures> {
  const text = await listText();
  // The same list from a backend whose ids are huge numbers: each has to be saved from rounding.
  const huge = text.replace(/"item_id":"?(\d+)"?/g, (_whole, digits: string) => {
    return `"item_id":9007199254${digits.padStart(6, '0')}`;
  });
  const bigint = createJsonBigint({ storeAsString: true });
  const lossless = (json: string) =>
    parseLossless(json, null, (digits) => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits));
  if (isLosslessNumber(lossless(huge))) throw new Error('lossless-json was not told to give plain values');
  const [short, long] = [rows(2_000), rows(2_000 * LONGER)];
  const times = interleaved(
    {
      plain: (): unknown => JSON.parse(text),
      ours: () => read(text),
      parse: () => parseJson(text),
      plain_huge: (): unknown => JSON.parse(huge),
      ours_huge: () => read(huge),
      parse_huge: () => parseJson(huge),
      json_bigint: () => bigint.parse(huge),
      lossless_json: () => lossless(huge),
    },
    ROUNDS,
  );
  const growth = interleaved({ short: () => parseJson(short), long: () => parseJson(long) }, 20);
  return {
    'api.list_kb': rounded(Buffer.byteLength(text) / 1024, 1),
    'api.decode_ms': rounded(times.ours),
    'api.decode_ratio': rounded(times.ours / times.plain, 2),
    'api.parse_ratio': rounded(times.parse / times.plain, 2),
    'api.parse_growth': rounded(growth.long / growth.short / LONGER, 2),
    'api.decode_ratio_huge_ids': rounded(times.ours_huge / times.plain_huge, 2),
    'api.parse_ratio_huge_ids': rounded(times.parse_huge / times.plain_huge, 2),
    'api.json_bigint_parse_ratio': rounded(times.json_bigint / times.plain_huge, 2),
    'api.lossless_json_parse_ratio': rounded(times.lossless_json / times.plain_huge, 2),
  };
}

export const decode: Measure = {
  name: 'decode',
  run,
  limits: { 'api.decode_ratio': 3, 'api.parse_growth': 3 },
};
