// What stands in the tab until its body has come: the same shapes in the same places.

Component({});
