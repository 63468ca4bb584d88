// Throws while it is loaded.
const nothing = undefined as unknown as { deep: string };
Component({ data: { deep: nothing.deep } });
