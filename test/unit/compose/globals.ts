// mobx-miniprogram-bindings registers a behavior while it loads: this stands in for the framework. Import it first.
Reflect.set(globalThis, 'Behavior', () => 'behavior');
