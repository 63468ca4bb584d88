// One line of a settings list: icon, words, a value, and where it leads. Rows stand in a group that draws the ground.

Component({
  properties: {
    icon: { type: String, value: '' },
    title: { type: String, value: '' },
    value: { type: String, value: '' },
    /** Icon at the end; none when empty. */
    endIcon: { type: String, value: 'chevron-right' },
    /** A row that only tells something takes no tap. */
    plain: { type: Boolean, value: false },
    /** The first row has no line above it. */
    first: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (!this.data.plain) this.triggerEvent('press');
    },
  },
});
