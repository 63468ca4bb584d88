import {
  encodeBody,
  headerObject,
  headerPairs,
  withQuery,
} from '../../../../preview/runtime/api/network/encode';

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

describe('what wx.request sends', () => {
  it('writes the data of a GET into the query and replaces names that are there', () => {
    expect(withQuery('http://h/p?a=1&b=2#top', { b: 3, c: '店 &', d: { e: 1 }, f: undefined })).toBe(
      'http://h/p?a=1&b=3&c=%E5%BA%97%20%26&d=%7B%22e%22%3A1%7D#top',
    );
    expect(withQuery('http://h/p', {})).toBe('http://h/p');
  });

  it('adds a JSON content type to a body, and only where none is set', () => {
    expect(headerPairs(undefined, 'POST')).toEqual([['content-type', 'application/json']]);
    expect(headerPairs({ 'Content-Type': 'text/plain', 'X-A': 1 }, 'POST')).toEqual([
      ['Content-Type', 'text/plain'],
      ['X-A', '1'],
    ]);
    expect(headerPairs({}, 'GET')).toEqual([]);
  });

  it('writes the body after the content type', () => {
    expect(text(encodeBody({ a: '1 2' }, [['content-type', 'application/json']]))).toBe('{"a":"1 2"}');
    expect(text(encodeBody({ a: '1 2' }, [['Content-Type', 'application/x-www-form-urlencoded']]))).toBe(
      'a=1%202',
    );
    expect(text(encodeBody('as it is', []))).toBe('as it is');
    expect(encodeBody(new Uint8Array([1, 2]).buffer, [])).toEqual(new Uint8Array([1, 2]));
    expect(encodeBody(undefined, [])).toBeNull();
  });

  it('joins repeated answer headers under the name as sent', () => {
    expect(
      headerObject([
        ['X-One', 'a'],
        ['x-two', 'b'],
        ['X-One', 'c'],
      ]),
    ).toEqual({ 'X-One': 'a,c', 'x-two': 'b' });
  });
});
