/** Bundles the npm modules that are no ready-made components, each once, and with what is used of it alone. */
import { join } from 'node:path';
import { bundle, type Bundle } from './bundle';
import { toCommonJs } from './commonjs';
import { addTo, distribute } from './distribute';
import { HELPERS, helperNames } from './helpers';
import type { Place } from './project';
import { packageOf, union, type ModuleUse, type Names } from './uses';

/** @returns texts by path below `miniprogram/` */
export async function bundleModules(root: string, uses: readonly ModuleUse[]): Promise<Map<string, string>> {
  const wants = new Wants();
  for (const { place, specifier, names } of uses) wants.add(place, specifier, names);
  for (;;) {
    const before = wants.toString();
    const bundles = await wants.bundle(root);
    wants.follow(bundles);
    if (wants.toString() !== before) continue;
    const lowered = new Map(
      [...bundles].map(([specifier, { text }]) => [specifier, toCommonJs(`${specifier}.js`, text)]),
    );
    wants.helpFor(lowered);
    if (wants.toString() === before) return wants.files(lowered);
  }
}

/** Which modules are wanted where, and which names of each; it grows until no bundle wants more. */
class Wants {
  private readonly places = new Map<Place, Set<string>>();
  private readonly names = new Map<string, Names>();

  add(place: Place, specifier: string, names: Names): void {
    addTo(this.places, place, [specifier]);
    this.names.set(specifier, union(this.names.get(specifier), names));
  }

  async bundle(root: string): Promise<ReadonlyMap<string, Bundle>> {
    const packed = new Set(this.names.keys());
    const made = [...this.names].map(async ([specifier, names]): Promise<[string, Bundle]> => [
      specifier,
      await bundle({ root, specifier, names, packed }),
    ]);
    return new Map(await Promise.all(made));
  }

  /** What a bundle requires is wanted where it is; what two of them took in gets a file of its own. */
  follow(bundles: ReadonlyMap<string, Bundle>): void {
    for (const [place, specifiers] of this.places) {
      // A Set yields what is added during the loop, so new ones are followed too.
      for (const specifier of specifiers)
        for (const [other, names] of bundles.get(specifier)?.requires ?? []) this.add(place, other, names);
    }
    const taken = [...bundles.values()].flatMap(({ inlined }) => [...inlined]);
    for (const specifier of taken)
      if (taken.indexOf(specifier) !== taken.lastIndexOf(specifier))
        this.names.set(specifier, union(this.names.get(specifier), new Set()));
  }

  /** Adds the helpers that lowered scripts use. */
  helpFor(lowered: ReadonlyMap<string, string>): void {
    for (const [place, specifiers] of this.places) {
      const texts = [...specifiers].map((specifier) => lowered.get(specifier) ?? '');
      const helpers = helperNames(texts.join('\n'));
      if (helpers.size > 0) this.add(place, HELPERS, helpers);
    }
  }

  /** @param lowered texts by module */
  files(lowered: ReadonlyMap<string, string>): Map<string, string> {
    return new Map(
      [...distribute(this.places)].map(([specifier, place]) => [
        join(place, 'miniprogram_npm', fileOf(specifier)),
        lowered.get(specifier) ?? '',
      ]),
    );
  }

  /** The same text while nothing more is wanted. */
  toString(): string {
    return JSON.stringify([
      [...this.places].map(([place, specifiers]) => [place, [...specifiers]]),
      [...this.names].map(([specifier, names]) => [specifier, names === 'all' ? names : [...names]]),
    ]);
  }
}

function fileOf(specifier: string): string {
  return specifier === packageOf(specifier)
    ? `${specifier}/index.js`
    : `${specifier.replace(/\.js$/, '')}.js`;
}
