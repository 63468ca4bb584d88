// Hands the compiled mini program to glass-easel: templates, static configuration, style sheets with their scopes.
import type { ComponentJson, PackageViews, SetupConfig, TemplateGroup } from '../../protocol';
import type { PageBackend } from '../engine/backend';
import { codeSpace, componentSpace, type CodeSpace, type ComponentType } from '../engine/engine';
import { keepingProperties, type TemplateContent } from '../engine/late-properties';

/** The views of the packages that came. */
export interface Views {
  add(root: string, views: PackageViews): void;
  /** The configuration of a component that is there; its registration may still complete it. */
  json(path: string): ComponentJson | undefined;
  cssOf(path: string): string | undefined;
  /** Hands a component that is there to another code space. */
  fill(space: CodeSpace, path: string): void;
}

/** Those of the main package are added at once. */
export function createViews({ comps, views }: SetupConfig): Views {
  const jsons = new Map<string, ComponentJson>();
  const sheets = new Map<string, string>();
  const groups = new Map<string, TemplateGroup>();
  // Counted over all packages, in whatever order they come.
  const scopes = new Map(
    Object.keys(comps).map((path, at) => [
      path,
      `${path.slice(path.lastIndexOf('/') + 1)}-${at.toString(36)}`,
    ]),
  );

  const fill = (space: CodeSpace, path: string): void => {
    const json = jsons.get(path);
    const group = groups.get(comps[path]?.package ?? '');
    if (!json) return;
    space.addStyleSheet(path, sheets.has(path) ? path : undefined, scopes.get(path));
    space.addComponentStaticConfig(path, json);
    const content = contentOf(group?.[path], json);
    // `bindtap` without a colon also works on elements that are no components
    if (content !== undefined)
      space.addCompiledTemplate(path, { groupList: group, content, fallbackListenerOnNativeNode: true });
  };
  const add = (root: string, { css, templates }: PackageViews): void => {
    groups.set(root, templates());
    for (const [path, text] of Object.entries(css)) sheets.set(path, text);
    for (const [path, { json, page, package: own }] of Object.entries(comps)) {
      if (own !== root) continue;
      jsons.set(path, staticConfig(json, page));
      fill(codeSpace, path);
    }
  };
  codeSpace.addStyleSheet('app', 'app');
  add('', views);
  return { add, json: (path) => jsons.get(path), cssOf: (path) => sheets.get(path), fill };
}

function contentOf(content: unknown, { componentPlaceholder }: ComponentJson): unknown {
  if (componentPlaceholder === undefined) return content;
  return keepingProperties(content as TemplateContent, new Set(Object.keys(componentPlaceholder)));
}

/** The classes of a page reach into components that share styles, so a page is `shared` unless it says otherwise. */
function staticConfig(json: ComponentJson, page: boolean): ComponentJson {
  if (!page) return { ...json, component: true };
  const { component: _component, ...rest } = json;
  return { ...rest, styleIsolation: json.styleIsolation ?? 'shared' };
}

/** Adds the sheets of a component that came after its page was opened, and of all it uses. */
export function addLateSheets(backend: PageBackend, path: string): void {
  const definition = componentSpace.getComponentByUrlWithoutDefault(`/${path}`, '');
  if (!definition) return;
  const add = (one: ComponentType): void => {
    backend.appendStyleSheetPath(one.is, one.getComponentOptions().styleScope ?? 0);
  };
  definition.getComponentDependencies().forEach(add);
  add(definition);
}
