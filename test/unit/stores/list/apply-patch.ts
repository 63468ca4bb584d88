// What `setData` does with paths, written independently of what makes them.

type Tree = { [name: string]: unknown };

/** Applies `setData`'s argument to a copy of `data`, as WeChat serialises what crosses. */
export function applyPatch(data: object, patch: object): Tree {
  const copy = JSON.parse(JSON.stringify(data)) as Tree;
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Tree>((at, step) => at[step] as Tree, copy);
    holder[last] = JSON.parse(JSON.stringify(value)) as unknown;
  }
  return copy;
}
