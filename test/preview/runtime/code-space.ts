// Hands the compiled mini program to glass-easel: templates, static configuration, style sheets with their scopes.
import type { ComponentJson, PackageViews, SetupConfig } from '../protocol';
import type { PageBackend } from './engine/backend';
import { codeSpace, componentSpace, type ComponentType } from './engine/engine';
import { keepingProperties, type TemplateContent } from './engine/late-properties';

/** The views of the packages that came. */
export interface Views {
  add(root: string, views: PackageViews): void;
  /** The configuration of a component that is there; its registration may still complete it. */
  json(path: string): ComponentJson | undefined;
  cssOf(path: string): string | undefined;
}

/** Those of the main package are added at once. */
export function createViews({ comps, views }: SetupConfig): Views {
  const jsons = new Map<string, ComponentJson>();
  const sheets = new Map<string, string>();
  const scope = (path: string): string =>
    `${path.slice(path.lastIndexOf('/') + 1)}-${jsons.size.toString(36)}`;

  const add = (root: string, { css, templates }: PackageViews): void => {
    const groups = templates();
    for (const [path, text] of Object.entries(css)) sheets.set(path, text);
    for (const [path, entry] of Object.entries(comps)) {
      if (entry.package !== root) continue;
      const json = staticConfig(entry.json, entry.page);
      codeSpace.addStyleSheet(path, sheets.has(path) ? path : undefined, scope(path));
      jsons.set(path, json);
      codeSpace.addComponentStaticConfig(path, json);
      const content = contentOf(groups[path], json);
      // `bindtap` without a colon also works on elements that are no components
      if (content !== undefined)
        codeSpace.addCompiledTemplate(path, {
          groupList: groups,
          content,
          fallbackListenerOnNativeNode: true,
        });
    }
  };
  codeSpace.addStyleSheet('app', 'app');
  add('', views);
  return { add, json: (path) => jsons.get(path), cssOf: (path) => sheets.get(path) };
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
