// mobx-miniprogram-bindings registers a behavior while it loads: this replaces the framework's function by one that
// returns the definition. Import it first.
Reflect.set(globalThis, 'Behavior', (definition: object) => definition);
