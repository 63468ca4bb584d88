// A person's picture in a circle, or the first letter of their name where there is none, or it does not come.
import { component } from '../../../../compose/bind/component';
import { avatarLetter } from '../../../../format/person';

component({
  properties: {
    name: { type: String, value: '' },
    /** Empty: the letter stands. */
    url: { type: String, value: '' },
    /** Another sign than the name's first letter. */
    sign: { type: String, value: '' },
    /** Diameter: `s` 32, none 40, `m` 44, `l` 56 px. */
    size: { type: String, value: '' },
    /** `off` for what is over or unknown, `on` for whoever is chosen. */
    tone: { type: String, value: '' },
  },
  data: { letter: '', broken: false },
  observers: {
    'name, sign'(name: string, sign: string) {
      this.setData({ letter: sign === '' ? avatarLetter(name) : sign });
    },
    url() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    onBroken() {
      this.setData({ broken: true });
    },
  },
});
