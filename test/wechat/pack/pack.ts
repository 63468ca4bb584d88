/** Builds `miniprogram_npm`: what the app uses of its npm packages, in a form that the logic layer can load. */
import { join } from 'node:path';
import { bundle } from './bundle';
import { componentUses, type ComponentUse } from './component-uses';
import { copyPackage } from './copy';
import { addTo, distribute } from './distribute';
import { iconSheet, ICON_PACKAGE, ICON_SHEET } from './icons/sheet';
import { MARKER, markerText } from './marker';
import { write } from './output';
import { checkDeclared, manifestOf } from './packages';
import { readProject, type Place, type Project } from './project';
import { ReadyMadePackage } from './ready-made';
import { moduleUses, packageOf, type ModuleUse, type Names } from './uses';

export interface Packed {
  project: Project;
  /** Texts by path below `miniprogram/`, the marker included. */
  files: Map<string, string>;
  /** Names of the icons that were drawn into the sheet. */
  icons: string[];
}

/**
 * Computes all packed files without touching the disk.
 * @throws PackError when the project names a package, component or icon that does not exist
 */
export async function computePack(root: string): Promise<Packed> {
  const project = readProject(root);
  const components = componentUses(project);
  const modules = moduleUses(project);
  checkDeclared(root, [...components, ...modules]);

  const files = new Map<string, string>();
  const icons: string[] = [];
  const names = new Set([...components, ...modules].map(({ specifier }) => packageOf(specifier)));
  const readyMade = [...names].filter((name) => manifestOf(root, name).miniprogram !== undefined);
  for (const name of readyMade) {
    const copied = copyReadyMade(project, name, components, modules, icons);
    for (const [path, text] of copied.files) files.set(path, text);
    modules.push(...copied.needs);
  }
  const bundled = modules.filter(({ specifier }) => !readyMade.includes(packageOf(specifier)));
  for (const [path, text] of await bundleModules(root, bundled)) files.set(path, text);

  for (const { specifier } of bundled) names.add(packageOf(specifier));
  const versions = Object.fromEntries([...names].map((name) => [name, manifestOf(root, name).version]));
  files.set(MARKER, markerText(files, versions));
  return { project, files, icons };
}

/** Computes the packed files and makes `miniprogram_npm` equal to them. */
export async function pack(root: string): Promise<Packed> {
  const packed = await computePack(root);
  write(packed.project.source, packed.project.subpackages, packed.files);
  return packed;
}

function copyReadyMade(
  project: Project,
  name: string,
  components: ComponentUse[],
  modules: ModuleUse[],
  icons: string[],
): { files: Map<string, string>; needs: ModuleUse[] } {
  const folder = join(project.root, 'node_modules', name, manifestOf(project.root, name).miniprogram ?? '');
  const source = new ReadyMadePackage(name, folder);
  const inside = (specifier: string): string => specifier.slice(name.length + 1);
  const roots = new Map<Place, Set<string>>();
  for (const { specifier, place, at } of components) {
    if (packageOf(specifier) === name) addTo(roots, place, source.component(inside(specifier), at));
  }
  for (const { specifier, place, at } of modules) {
    if (packageOf(specifier) === name) addTo(roots, place, [source.module(inside(specifier) || 'index', at)]);
  }
  const closure = source.closure([...roots.values()].flatMap((paths) => [...paths]));
  if (name === ICON_PACKAGE && closure.has(ICON_SHEET)) {
    const texts = [...closure].map((path) => source.read(path).text);
    const sheet = iconSheet(project, texts, source.read(ICON_SHEET).text);
    icons.push(...sheet.names);
    source.replace(ICON_SHEET, sheet.text);
  }
  return { files: copyPackage(source, roots), needs: outsideNeeds(source, roots) };
}

/** Modules that a copied package requires from outside itself, such as the one MobX that all share. */
function outsideNeeds(source: ReadyMadePackage, roots: ReadonlyMap<Place, ReadonlySet<string>>): ModuleUse[] {
  return [...roots].flatMap(([place, paths]) =>
    [...source.closure(paths)].flatMap((path) =>
      source.read(path).outside.map((specifier) => ({
        specifier,
        names: 'all' as const,
        place,
        at: `${source.name}/${path}`,
      })),
    ),
  );
}

async function bundleModules(root: string, uses: ModuleUse[]): Promise<[string, string][]> {
  const wanted = new Map<Place, Set<string>>();
  const names = new Map<string, Names>();
  for (const use of uses) {
    addTo(wanted, use.place, [use.specifier]);
    const before = names.get(use.specifier) ?? new Set<string>();
    names.set(
      use.specifier,
      before === 'all' || use.names === 'all' ? 'all' : new Set([...before, ...use.names]),
    );
  }
  const packed = new Set(names.keys());
  return Promise.all(
    [...distribute(wanted)].map(async ([specifier, place]): Promise<[string, string]> => {
      const file =
        specifier === packageOf(specifier) ? `${specifier}/index.js` : `${specifier.replace(/\.js$/, '')}.js`;
      const text = await bundle({ root, specifier, names: names.get(specifier) ?? 'all', packed });
      return [join(place, 'miniprogram_npm', file), text];
    }),
  );
}
