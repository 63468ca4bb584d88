// Amounts for people: thousands grouped by hand, because the engine has no Intl.

/** `1,234,567`, at most two decimals and none that are zero: `0.5`, `-1,200`. */
export function groupedAmount(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const sign = value < 0 ? '-' : '';
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = fraction.replace(/0+$/, '');
  const text = decimals === '' ? grouped : `${grouped}.${decimals}`;
  return text === '0' ? '0' : sign + text;
}
