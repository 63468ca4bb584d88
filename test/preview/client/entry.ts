// Entry of the script that carries the host into the browser.
import './prepare';
import { host } from '../runtime/index';

__preview.host = host;
