// The layout of the assistant's list and of its conversations.
import { testLayout } from '../support/layout';
import { assistant } from '../support/scenes-assistant';

const MEASURED = [
  ...['assistant list long', 'assistant list empty', 'assistant list error'],
  ...['assistant new', 'assistant everything', 'assistant cut', 'assistant error'],
];

testLayout(assistant, (name) => MEASURED.includes(name));
