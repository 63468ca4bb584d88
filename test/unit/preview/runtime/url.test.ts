import { formatQuery, parsePageUrl, parseQuery, resolvePath } from '../../../preview/runtime/routing/url';

describe('page URLs', () => {
  it('are relative to the page they are used in', () => {
    expect(parsePageUrl('../second/second', 'pages/home/home').path).toBe('pages/second/second');
    expect(parsePageUrl('detail', 'pages/home/home').path).toBe('pages/home/detail');
    expect(parsePageUrl('/pages/a/a.html', 'pages/home/home').path).toBe('pages/a/a');
  });
  it('do not climb above the root', () => {
    expect(resolvePath('../../../x', 'pages/home/home')).toBe('x');
  });
  it('keep the query as it was written', () => {
    expect(parsePageUrl('/p?name=%E5%90%8D&empty=&flag&eq=a=b').query).toEqual({
      name: '%E5%90%8D',
      empty: '',
      flag: '',
      eq: 'a=b',
    });
  });
  it('keep a question mark inside the query', () => {
    expect(parsePageUrl('/p?to=/q?x').query).toEqual({ to: '/q?x' });
  });
  it('are written back as they were read', () => {
    expect(formatQuery(parseQuery('a=1&b=%20'))).toBe('?a=1&b=%20');
    expect(formatQuery({})).toBe('');
  });
});
