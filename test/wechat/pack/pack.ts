/** Builds `miniprogram_npm`: what the app uses of its npm packages, in a form that the logic layer can load. */
import { join } from 'node:path';
import { componentUses, type ComponentUse } from './component-uses';
import { copyPackage } from './copy';
import { addTo } from './distribute';
import { iconSheet, ICON_PACKAGE, ICON_SHEET } from './icons/sheet';
import { MARKER, markerText } from './marker';
import { bundleModules } from './modules';
import { write } from './output';
import { checkDeclared, manifestOf } from './packages';
import { readProject, type Place, type Project } from './project';
import { ReadyMadePackage } from './ready-made';
import { SOURCES } from './rules';
import { shake } from './shake';
import { trimStyles } from './styles/trim';
import { calledWxs } from './wxs';
import { moduleUses, packageOf, union, type ModuleUse, type Names } from './uses';

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
  const readyMade = [...names].filter(
    (name) => manifestOf(root, name).miniprogram !== undefined && !(name in SOURCES),
  );
  for (const name of readyMade) {
    const copied = await copyReadyMade(project, name, components, modules, icons);
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

async function copyReadyMade(
  project: Project,
  name: string,
  components: ComponentUse[],
  modules: ModuleUse[],
  icons: string[],
): Promise<{ files: Map<string, string>; needs: ModuleUse[] }> {
  const folder = join(project.root, 'node_modules', name, manifestOf(project.root, name).miniprogram ?? '');
  const source = new ReadyMadePackage(name, folder);
  const inside = (specifier: string): string => specifier.slice(name.length + 1);
  const roots = new Map<Place, Set<string>>();
  for (const { specifier, place, at } of components) {
    if (packageOf(specifier) === name) addTo(roots, place, source.component(inside(specifier), at));
  }
  const used = new Map<string, Names>();
  for (const { specifier, place, at, names } of modules) {
    if (packageOf(specifier) !== name) continue;
    const path = source.module(inside(specifier) || 'index', at);
    addTo(roots, place, [path]);
    used.set(path, union(used.get(path), names));
  }
  const starts = [...roots.values()].flatMap((paths) => [...paths]);
  await shake(source, starts, used);
  const texts = new Map([...source.closure(starts)].map((path) => [path, source.read(path).text]));
  for (const [path, text] of trimStyles(project, texts)) if (path !== ICON_SHEET) source.replace(path, text);
  const isCalled = (path: string) => (word: string) =>
    [...texts].some(
      ([other, text]) =>
        other !== path && /\.wx(ml|s)$/.test(other) && new RegExp(`\\b${word}\\b`).test(text),
    );
  for (const [path, text] of texts)
    if (path.endsWith('.wxs')) source.replace(path, calledWxs(text, isCalled(path)));
  if (name === ICON_PACKAGE && texts.has(ICON_SHEET)) {
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
      [...source.read(path).outside].map(([specifier, names]) => ({
        specifier,
        names,
        place,
        at: `${source.name}/${path}`,
      })),
    ),
  );
}
