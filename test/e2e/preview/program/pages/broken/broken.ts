// Fails while it is loaded: the page says so, the others live on.
const missing: { value: { deep: string } } = JSON.parse('{}');

Page({ data: { text: missing.value.deep } });
