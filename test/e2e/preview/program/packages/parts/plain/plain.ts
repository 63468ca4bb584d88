import { sayMore } from '../words';

Page({ sayMore });
