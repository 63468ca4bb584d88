/**
 * Defects that would show at publishing: unused files, addresses outside the configuration, APIs that older phones
 * lack.
 */
import { checklist } from '../gate/checks/checklist';
import { addresses } from '../gate/checks/addresses';
import { components } from '../gate/checks/components';
import { library } from '../gate/checks/library';
import { planting, type Planting } from './planting';

const HOME = 'miniprogram/pages/home/home';
const one = planting('G1');

export const SHIPPING: readonly Planting[] = [
  one(
    components,
    'a component that is declared and not used',
    /home\.json:1: t-cell is declared and not used/,
    {
      [`${HOME}.json`]: '{"usingComponents":{"t-cell":"tdesign-miniprogram/cell/cell"}}',
    },
  ),
  one(
    components,
    'a component that app.json declares for nobody',
    /app\.json:1: t-cell is declared and not used/,
    {
      'miniprogram/app.json': JSON.stringify({
        pages: ['pages/home/home'],
        usingComponents: {
          't-button': 'tdesign-miniprogram/button/button',
          't-cell': 'tdesign-miniprogram/cell/cell',
        },
      }),
    },
  ),
  one(
    components,
    'a component that is not declared',
    /home\.wxml:2: t-cell is neither WeChat's nor declared/,
    {
      [`${HOME}.wxml`]: '<view/>\n<t-cell/>\n',
    },
  ),
  one(
    components,
    'a component of another package without a stand-in',
    /home\.json:1: late comes from another package/,
    {
      [`${HOME}.json`]: '{"usingComponents":{"late":"../../packages/staff/late/late"}}',
      [`${HOME}.wxml`]: '<late/><t-button/>\n',
      'miniprogram/packages/staff/late/late.json': '{"component":true}',
    },
  ),
  one(
    components,
    'a stand-in that is not declared',
    /home\.json:1: late or its stand-in bones is not declared/,
    {
      [`${HOME}.json`]:
        '{"usingComponents":{"late":"../../packages/staff/late/late"},"componentPlaceholder":{"late":"bones"}}',
      [`${HOME}.wxml`]: '<late/><t-button/>\n',
      'miniprogram/packages/staff/late/late.json': '{"component":true}',
    },
  ),
  one(
    addresses,
    'an address in code',
    /home\.ts:2: https:\/\/cdn\.example\.com\/a\.png belongs in config\.ts/,
    {
      [`${HOME}.ts`]:
        "// https://example.com/a-comment\nPage({ data: { src: 'https://cdn.example.com/a.png' } })\n",
    },
  ),
  one(addresses, 'a host in code', /home\.ts:1: cdn\.example\.com\/a belongs in config\.ts/, {
    [`${HOME}.ts`]: "const host = 'cdn.example.com/a'\nPage({ host })\n",
  }),
  one(addresses, 'an address that is put together', /home\.ts:1: wss:\/\/ belongs in config\.ts/, {
    [`${HOME}.ts`]: "Page({ at: (host: string) => 'wss://' + host })\n",
  }),
  one(addresses, 'an address in markup', /home\.wxml:1: src="\/\/cdn\.example\.com/, {
    [`${HOME}.wxml`]: '<image src="//cdn.example.com/a.png"/>\n<t-button/>\n',
  }),
  one(addresses, 'an address in a style sheet', /home\.wxss:2: https:\/\/cdn/, {
    [`${HOME}.wxss`]: '/* https://example.com */\n.a { background: url(https://cdn.example.com/a.png); }\n',
  }),
  one(addresses, 'an address that a package brings along', /dayjs\/index\.js:1: wss:\/\/stats/, {
    'miniprogram/miniprogram_npm/dayjs/index.js': "module.exports = 'wss://stats.example.com'",
  }),
  one(
    library,
    'an API that the base library may lack',
    /home\.ts:1: wx\.openPrivacyContract needs base library 2\.32\.3/,
    {
      [`${HOME}.ts`]: 'Page({ f() { wx.openPrivacyContract({}) } })',
    },
  ),
  one(
    library,
    'an API that is named in brackets',
    /home\.ts:1: wx\.openPrivacyContract needs base library 2\.32\.3/,
    {
      [`${HOME}.ts`]: "Page({ f() { wx['openPrivacyContract']({}) } })",
    },
  ),
  one(
    library,
    'an option that the base library may lack',
    /home\.ts:1: \w+\.placeholderText needs base library/,
    {
      [`${HOME}.ts`]: "Page({ f() { void wx.showModal({ editable: true, placeholderText: '?' }) } })",
    },
  ),
  one(
    library,
    'an element that the base library may lack',
    /home\.wxml:2: <root-portal> needs base library 2\.25\.2/,
    {
      [`${HOME}.wxml`]: '<t-button/>\n<root-portal/>\n',
    },
  ),
  one(
    library,
    'a value that the base library may lack',
    /home\.wxml:2: <button open-type="agreePrivacyAuthorization"> needs base library 2\.32\.3/,
    {
      [`${HOME}.wxml`]: '<t-button/>\n<button open-type="agreePrivacyAuthorization"/>\n',
    },
  ),
  one(
    library,
    'a package that needs more',
    /dayjs\/index\.js:1: wx\.getPrivacySetting needs base library 2\.32\.3/,
    {
      'miniprogram/miniprogram_npm/dayjs/index.js': 'module.exports = () => wx.getPrivacySetting({})',
    },
  ),
  one(
    checklist,
    'a checklist that the code has left behind',
    /docs\/publish\.md:\d+: the code says ".*wx\.chooseMedia/,
    { [`${HOME}.ts`]: 'Page({ f() { wx.chooseMedia({}) } })' },
  ),
  one(
    checklist,
    'a declaration without a purpose',
    /home\.ts:1: wx\.getLocation needs the declaration 收集你的位置信息/,
    { [`${HOME}.ts`]: "Page({ f() { wx.getLocation({ type: 'gcj02' }) } })" },
  ),
  one(
    checklist,
    'an element that asks for a person',
    /home\.wxml:2: <button open-type="getPhoneNumber"> needs the declaration 收集你的手机号/,
    { [`${HOME}.wxml`]: '<view/>\n<t-button open-type="getPhoneNumber"/>\n' },
  ),
  one(checklist, 'a checklist that is not there', /docs\/publish\.md:1: the code says "# Before/, {
    'docs/publish.md': null,
  }),
  one(checklist, 'a room without a category', /packages\/games\/dice\/dice: its room has no category/, {
    'miniprogram/app.json':
      '{"pages":["pages/home/home"],"subPackages":[{"root":"packages/games","pages":["dice/dice"]}],"usingComponents":{"t-button":"tdesign-miniprogram/button/button"}}',
  }),
];
