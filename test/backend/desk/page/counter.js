// The counter: redeems a code or the content of a QR.
import { find, make, post } from './kit.js';

export function watchCounter() {
  find('#redeem').onsubmit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const output = find('output', form);
    output.textContent = '';
    try {
      const { item } = await post('/desk/redeem', { shown: form.shown.value });
      form.shown.value = '';
      const time = new Date().toTimeString().slice(0, 5);
      find('#redeemed').prepend(
        make(
          'li',
          {},
          make('b', { text: `✓ ${item.item_name}` }),
          make('span', { className: 'when', text: time }),
        ),
      );
    } catch (error) {
      output.textContent = error.message;
    }
    form.shown.focus();
  };
}
