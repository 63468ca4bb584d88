// What an answer costs while it is written: bytes of setData against those of the answer, and the processor time of reading
// its markdown portion by portion against reading it once, and of reading the worst of texts against that.
import { isDeepStrictEqual } from 'node:util';
import { bindList } from '../../../miniprogram/compose/bind/list';
import type { Chunk } from '../../../miniprogram/format/chunks';
import { answerLines, AnswerText } from '../../../miniprogram/packages/assistant/format/markdown/answer-text';
import { lex } from '../../../miniprogram/packages/assistant/format/markdown/lex';
import { linesOf } from '../../../miniprogram/packages/assistant/format/markdown/lines';
import type { TalkRow } from '../../../miniprogram/packages/assistant/format/talk-row';
import { TalkRows } from '../../../miniprogram/packages/assistant/stores/talk/talk-rows';
import { createChunkWatcher } from '../../support/chunk-watcher';
import { bombs } from '../../unit/assistant/bombs';
import { room } from '../../unit/assistant/kit';
import { Ledger } from '../conversation/data';
import { rounded } from '../figures';
import type { Figures, Measure } from '../figures';

const LENGTHS = [1_000, 16_000] as const;
/** Letters of one piece, and the time from one to the next, ms: as models write. */
const PIECE = 8;
const PACE_MS = 25;
/** Letters of one portion, as the page takes them. */
const PORTION = 40;
const ROUNDS = 20;
const WARMING = 10;

const PART = `### 林小满最近的情况

最近三次都是中八，两次在 **A03**，周一下班后来得多，周六下午偶尔带朋友。上次取消是因为加班，可以接着这个聊，不要一上来就提储值。

| 日期 | 球台 | 时长 | 消费 |
| --- | --- | ---: | ---: |
| 11-09 周一 | A03 | 2h | ¥368 |
| 11-02 周一 | A03 | 1.5h | ¥286 |
| 10-26 周一 | A05 | 2h | ¥340 |

1. **先问近况。** 上次取消是因为加班，可以接着这个聊，听他说完再往下走。
2. **给一个具体的时间。** 三次里有两次在 A03，周六下午三点给他留着。
   - 先发一条微信，不超过 50 字
   - 没回的话晚上八点再打电话
3. 最后说一句会员赛，\`周三\` 晚上七点开始，*不强求*。

> 小满，周六下午三点 A03 我给你留着，来两局？

`;

const answerOf = (length: number): string => PART.repeat(Math.ceil(length / PART.length)).slice(0, length);

const piecesOf = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));

/** @returns bytes of setData while the answer is written */
async function written(answer: string): Promise<number> {
  const { talk, api, time, rest } = room();
  const ledger = new Ledger();
  const data: { chunks: Chunk<TalkRow>[] } = { chunks: [] };
  const rows = new TalkRows();
  const page = {
    setData: (patch: Record<string, unknown>) => ledger.take(data, patch),
    createIntersectionObserver: () => createChunkWatcher().observer,
  };
  const phone = { timers: time, clock: time };
  const stop = bindList(page, 'chunks', () => rows.of(talk.shown_entries, time.now()), phone, {
    scroller: '.scroll',
    first_rows: Infinity,
  });
  talk.ask('怎么约');
  await rest();
  ledger.clear();
  for (const piece of piecesOf(answer, PIECE)) {
    api.now.delta(piece);
    await time.advance(PACE_MS);
  }
  api.finish(answer);
  await rest();
  const { bytes } = ledger;
  stop();
  const shown = data.chunks.flatMap((chunk) => chunk.rows);
  if (!isDeepStrictEqual(shown, rows.of(talk.shown_entries, time.now())))
    throw new Error('the page does not show the answer');
  return bytes;
}

function readOnce(answer: string): void {
  if (linesOf(lex(answer).tokens).lines.length === 0) throw new Error('no lines');
}

function readInPortions(portions: readonly string[]): void {
  const answer = new AnswerText();
  for (const portion of portions) {
    answer.push(portion);
    if (answer.lines.length === 0) throw new Error('no lines');
  }
  answer.end();
  answer.read();
}

/** Processor time of each, summed over rounds in which they take turns: what else the machine does is not in it. */
function cpuOf(...tasks: readonly [() => void, () => void]): [number, number] {
  const sums: [number, number] = [0, 0];
  for (let round = -WARMING; round < ROUNDS; round += 1) {
    for (const [at, task] of tasks.entries()) {
      const before = process.cpuUsage();
      task();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) sums[at === 0 ? 0 : 1] += user + system;
    }
  }
  return sums;
}

/** The text that costs most for its length, against an ordinary answer. */
function worstOf(answer: string): number {
  const ratios = Object.values(bombs).map((bomb) => {
    const [ordinary, worst] = cpuOf(
      () => answerLines(answer),
      () => answerLines(bomb),
    );
    return worst / bomb.length / (ordinary / answer.length);
  });
  return Math.max(...ratios);
}

async function run(): Promise<Figures> {
  const figures: Figures = { 'assistant.parse_ratio_worst': rounded(worstOf(answerOf(16_000)), 2) };
  for (const length of LENGTHS) {
    const answer = answerOf(length);
    const bytes = await written(answer);
    figures[`assistant.setdata_bytes_ratio_${length}`] = rounded(bytes / Buffer.byteLength(answer), 2);
    const portions = piecesOf(answer, PORTION);
    const [once, streamed] = cpuOf(
      () => readOnce(answer),
      () => readInPortions(portions),
    );
    figures[`assistant.parse_ratio_${length}`] = rounded(streamed / once, 2);
  }
  return figures;
}

export const answers: Measure = {
  name: 'answers',
  run,
  limits: {
    'assistant.setdata_bytes_ratio_1000': 3,
    'assistant.setdata_bytes_ratio_16000': 3,
    'assistant.parse_ratio_16000': 3,
    'assistant.parse_ratio_worst': 10,
  },
};
