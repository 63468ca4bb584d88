// mobx-miniprogram-bindings registers a behavior while it loads: this stands in for the framework, and gives back what was
// registered. Import it first.
Reflect.set(globalThis, 'Behavior', (definition: object) => definition);
