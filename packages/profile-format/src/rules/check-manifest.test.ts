import { soundTree } from '@waybill/layer-text/testing/sound-tree'
import { expect, it } from 'vitest'
import { checkManifest } from './check-manifest.ts'

function warningsOf(text: string): string[] {
  return checkManifest(soundTree(text)).map(
    ({ params, position, severity }) => `${position?.line} ${severity} ${String(params['reason'])}`,
  )
}

const object = (name: string, more = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`

it.each([
  ['an object', object('page')],
  ['a name with dots', object('page.example.org')],
  ['nothing', ''],
  ['empty documents', `---\n---\n${object('page')}---\n# only a comment\n`],
  ['a name that the cluster makes', 'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: page-\n'],
  ['a list', 'apiVersion: v1\nkind: List\nitems: []\n'],
  ['references', 'apiVersion: "{{.spectro.var.api}}"\nkind: ConfigMap\nmetadata:\n  name: {{.spectro.macro.name}}\n'],
  ['a name that contains a reference', object('"{{.spectro.system.cluster.name}}-page"')],
  [
    'a role with colons',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: system:page\n',
  ],
  ['one name in two namespaces', `${object('page', '  namespace: a\n')}---\n${object('page', '  namespace: b\n')}`],
  ['a patch for kustomize', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n'],
])('accepts %s', (_what, text) => {
  expect(warningsOf(text)).toEqual([])
})

it.each([
  ['a text', 'only words\n', ['1 warning object']],
  ['a list of objects', '- a\n- b\n', ['1 warning object']],
  ['nothing that an object needs', 'data: {}\n', ['1 warning api-version', '1 warning kind', '1 warning name']],
  ['an empty apiVersion', 'apiVersion:\nkind: Pod\nmetadata:\n  name: a\n', ['1 warning api-version']],
  [
    'an apiVersion with blanks',
    'apiVersion: apps v1\nkind: Pod\nmetadata:\n  name: a\n',
    ['1 warning api-version-form'],
  ],
  ['a kind with a hyphen', 'apiVersion: v1\nkind: Config-Map\nmetadata:\n  name: a\n', ['2 warning kind-form']],
  ['capitals in a name', object('Page'), ['4 warning name-form']],
  ['metadata without a name', 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {}\n', ['4 warning name']],
  ['one object twice', `${object('page')}---\n${object('page')}`, ['9 warning repeated']],
  [
    'one object in two versions of its group',
    'apiVersion: apps/v1\nkind: A\nmetadata: {name: a}\n---\napiVersion: apps/v1beta1\nkind: A\nmetadata: {name: a}\n',
    ['7 warning repeated'],
  ],
])('warns of %s, at its line', (_what, text, expected) => {
  expect(warningsOf(text)).toEqual(expected)
})
