// A small word on its tone's ground: rarity, status, what ends soon. Nothing is shown without a word.
import { component } from '../../compose/bind/component';

component({
  properties: {
    text: { type: String, value: '' },
    /** `common | uncommon | rare | epic | legendary | ok | warn | danger | brand | off` */
    tone: { type: String, value: 'off' },
    /** A dot before the word. */
    dot: { type: Boolean, value: false },
  },
});
