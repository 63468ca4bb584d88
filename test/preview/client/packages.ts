// Fetches the script of a subpackage once, when it is first needed.

const scripts = new Map<string, Promise<void>>();

function fetchScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(script);
  });
}

/** @param root '' (resolves at once) or the root of a subpackage. A failure is not remembered. */
export function loadPackage(root: string): Promise<void> {
  if (root === '') return Promise.resolve();
  const known = scripts.get(root);
  if (known !== undefined) return known;
  const loading = fetchScript(`/@build/${root}.js`);
  scripts.set(root, loading);
  loading.catch(() => scripts.delete(root));
  return loading;
}
