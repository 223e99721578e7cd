import { misplacedLayers } from '../document/layer-places.ts'
import { plainValue } from './tree-value.ts'
import { childOf, textOf, type TreeNode } from './tree.ts'

/** The kinds of file we recognise, so that a wrong one can be named. */
export const DOCUMENT_KINDS = [
  'cluster-profile',
  'wrapped-profile',
  'flat-profile',
  'profile-list',
  'quoted-json',
  'palette-object',
  'palette-error',
  'palette-pack',
  'palette-spc',
  'helm-chart',
  'helm-values',
  'kubernetes-manifest',
  'kubeconfig',
  'terraform-state',
  'terraform-configuration',
  'markup',
  'key',
  'http-answer',
  'yaml',
  'unknown',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

const HELM_VALUES_KEYS = [
  'image',
  'replicaCount',
  'service',
  'ingress',
  'resources',
  'nodeSelector',
  'pack',
  'charts',
  'serviceAccount',
]
const TERRAFORM_BLOCKS = ['resource', 'provider', 'terraform', 'module', 'variable', 'data', 'output', 'locals']

type Test = (root: TreeNode, has: (...keys: string[]) => boolean) => boolean

const text = (root: TreeNode, key: string) => textOf(childOf(root, key)) ?? ''
const isMap = (root: TreeNode, key: string) => childOf(root, key)?.kind === 'map'
const isProfile = (root: TreeNode | undefined) =>
  childOf(childOf(childOf(root, 'spec'), 'template'), 'packs') !== undefined
/** The place of layers that are not where an exported profile has them. */
export function layersElsewhere(root: TreeNode): string | undefined {
  const spec = childOf(root, 'spec')
  const template = childOf(spec, 'template')
  // Converting the whole file costs more than all other tests, and nearly every profile has its layers here.
  if (hasItems(childOf(template, 'packs'))) return undefined
  if (template?.kind === 'map') return misplacedLayers(plainValue(root))
  return childOf(spec, 'packs')?.kind === 'list' ? 'spec.packs' : undefined
}
const hasItems = (list: TreeNode | undefined) => list?.kind === 'list' && list.items.length > 0
const hasProfile = (list: TreeNode | undefined) => list?.kind === 'list' && list.items.some(isProfile)
const isApiObject = (item: TreeNode) => isMap(item, 'metadata') && isMap(item, 'spec')
/** A list response of the Palette API, which has no kind. A list from Kubernetes has one. */
const isListing = (root: TreeNode) => {
  const items = childOf(root, 'items')
  return items?.kind === 'list' && items.items.some(isApiObject) && text(root, 'kind') === ''
}

// The first match wins: tests that fit only one kind of file come before those that fit several.
const TESTS: readonly (readonly [DocumentKind, Test])[] = [
  // How scripts and templates write profiles that were never exported.
  ['flat-profile', (root) => layersElsewhere(root) !== undefined],
  ['cluster-profile', isProfile],
  // How tools that call the API print a response.
  ['wrapped-profile', (root) => isProfile(childOf(root, 'data'))],
  ['profile-list', (root) => hasProfile(childOf(root, 'items'))],
  ['terraform-state', (_, has) => has('terraform_version') || has('serial', 'lineage')],
  [
    'palette-object',
    (root, has) =>
      has('items', 'listmeta') ||
      isListing(root) ||
      (isMap(root, 'spec') && ['published', 'draft'].some((key) => childOf(childOf(root, 'spec'), key))),
  ],
  ['palette-error', (root, has) => has('code', 'message', 'details') && text(root, 'message') !== ''],
  ['palette-spc', (root) => /spectrocloud/i.test(text(root, 'apiVersion')) || /^spectro/i.test(text(root, 'kind'))],
  ['kubeconfig', (root, has) => text(root, 'kind') === 'Config' && (has('users') || has('clusters'))],
  ['kubernetes-manifest', (root) => text(root, 'apiVersion') !== '' && text(root, 'kind') !== ''],
  ['helm-chart', (root, has) => /^v[12]$/.test(text(root, 'apiVersion')) && has('name', 'version')],
  ['palette-pack', (_, has) => has('name', 'displayName', 'layer', 'version')],
  ['cluster-profile', (root) => isMap(root, 'metadata') || isMap(root, 'spec')],
  ['terraform-configuration', (root) => TERRAFORM_BLOCKS.some((key) => isMap(root, key))],
  ['helm-values', (_, has) => HELM_VALUES_KEYS.some((key) => has(key))],
]

/** Detects the kind of a parsed file by its top-level keys. */
export function detectKind(root: TreeNode): DocumentKind {
  if (hasProfile(root)) return 'profile-list'
  if (root.kind === 'text' && BEGINS_AS_JSON.test(root.text)) return 'quoted-json'
  if (root.kind !== 'map') return 'unknown'
  const has = (...keys: string[]) => keys.every((key) => root.entries.has(key))
  return TESTS.find(([, test]) => test(root, has))?.[0] ?? 'unknown'
}

/** Matches text that begins like a JSON object or array. */
export const BEGINS_AS_JSON = /^\s*[{[]/

const START = 4_096
const TEXT_TESTS: readonly (readonly [DocumentKind, RegExp])[] = [
  // `<<` is YAML's merge key.
  ['markup', /^\s*<(?!<)/],
  ['key', /^\s*-----BEGIN [A-Z0-9 ]+-----/],
  ['http-answer', /^HTTP\/[\d.]+ \d{3}\b/],
  [
    'terraform-configuration',
    /^(?:resource|provider|terraform|module|variable|data|output|locals)[ \t]*(?:"[^"\n]*"[ \t]*){0,2}\{/m,
  ],
  ['kubernetes-manifest', /^apiVersion:[ \t]*\S[^]*^kind:[ \t]*\S/m],
  ['yaml', /^(?:---|%YAML|[\w.-]+:(?:[ \t]|$)|- )/m],
]

/**
 * Detects the kind of a file that could not be parsed, by its first lines; `unknown` for anything that begins like
 * JSON.
 */
export function detectTextKind(file: string): DocumentKind {
  const start = file.slice(0, START)
  if (BEGINS_AS_JSON.test(start)) return 'unknown'
  return TEXT_TESTS.find(([, pattern]) => pattern.test(start))?.[0] ?? 'unknown'
}
