// What stands in the customer-service tab until its body has come: the same shapes in the same places.
import { component } from '../../../compose/bind/component';

component({});
