// The layout of the list of customers, of one, and of the services given to them, in every state.
import { testLayout } from '../support/layout';
import { customerScenes } from '../support/scenes-customers';

/** Measured; the others are heard only. */
const MEASURED = [
  ...['customers searched', 'customers long names', 'customers empty', 'customers error'],
  ...['customer long texts', 'customer foot', 'customer head failed', 'services content', 'services error'],
];

testLayout(customerScenes, (name) => MEASURED.includes(name));
