// Files that ship with the program, read through the preview's server. The file system API has synchronous forms, hence the
// synchronous request.

/** The bytes of a package file, or undefined when there is none or the path is not one of the package. */
export type PackageReader = (path: string) => Uint8Array<ArrayBuffer> | undefined;

/** @param url the server's URL of an absolute package path */
export const packageReader =
  (url: (path: string) => string): PackageReader =>
  (path) => {
    if (/^[a-z]+:/i.test(path) || path === '') return undefined;
    const request = new XMLHttpRequest();
    request.open('GET', url(path.startsWith('/') ? path : `/${path}`), false);
    // One character a byte, whatever the type.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    if (request.status !== 200) return undefined;
    return Uint8Array.from(request.responseText, (unit) => unit.charCodeAt(0) & 0xff);
  };
