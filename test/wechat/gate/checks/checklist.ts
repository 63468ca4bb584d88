/** The owner's checklist says what the code says, and the code leaves nothing for it unsaid. */
import { CHECKLIST, checklist as made, readChecklist, REMAKE } from '../../publish/checklist';
import { factsOf } from '../../publish/facts';
import { programFor, type Check } from '../check';
import type { Finding } from '../finding';

export const checklist: Check = {
  title: `${CHECKLIST} says what the owner must set`,
  run(work) {
    const facts = factsOf(work.root, programFor(work));
    const unsaid = facts.declared
      .filter(({ purpose }) => purpose === undefined)
      .map(({ interfaces, information, at }) => ({
        at,
        message: `${interfaces.join(', ')} needs the declaration ${information}: say what for in test/wechat/publish/purposes.ts`,
      }));
    const homeless = facts.unknownPages.map((page) => ({
      at: `miniprogram/${page}`,
      message: 'its room has no category: say it in test/wechat/publish/categories.ts',
    }));
    return [...unsaid, ...homeless, ...differences(readChecklist(work.root), made(facts))];
  },
};

/** The first line that is not what the code says: the others follow from making it anew. */
function differences(text: string, wanted: string): Finding[] {
  const [is, should] = [text.split('\n'), wanted.split('\n')];
  const line = Array.from({ length: Math.max(is.length, should.length) }).findIndex(
    (_, at) => is[at] !== should[at],
  );
  return line < 0
    ? []
    : [
        {
          at: `${CHECKLIST}:${line + 1}`,
          message: `the code says "${should[line] ?? 'nothing more'}": ${REMAKE}`,
        },
      ];
}
