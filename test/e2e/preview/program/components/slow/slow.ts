// Of the main package; its code runs only when it is drawn.
Component({});
