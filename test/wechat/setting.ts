/** How miniprogram-ci compiles the copy: it is ES2017 already, and lowering it again would add a tenth; its style sheets are short. */
export const SETTING = {
  useProjectConfig: true,
  es6: false,
  es7: false,
  minify: true,
  minifyWXSS: false,
  autoPrefixWXSS: false,
};
