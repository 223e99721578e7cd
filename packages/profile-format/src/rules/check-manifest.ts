import {
  isOpenText,
  positionAt,
  resolveAlias,
  writtenText,
  type YamlMap,
  type YamlNode,
  type YamlTree,
} from '@waybill/layer-text'
import type { TextProblem } from './check-yaml-text.ts'

const LABEL = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?'
const SUBDOMAIN = new RegExp(String.raw`^${LABEL}(?:\.${LABEL})*$`)
const API_VERSION = new RegExp(String.raw`^(?:${LABEL}(?:\.${LABEL})*/)?${LABEL}$`)
const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/
const LONGEST_NAME = 253

/** Of these the API server takes any name that can stand in a path. */
const FREELY_NAMED = /^rbac\.authorization\.k8s\.io\//
/** Read by tools before anything reaches a cluster; they need no name. */
const NAMELESS = /^(?:kustomize\.config\.k8s\.io)\//

type Reason = 'object' | 'api-version' | 'api-version-form' | 'kind' | 'kind-form' | 'name' | 'name-form' | 'repeated'

interface Checking {
  tree: YamlTree
  /** Line of every object by what identifies it. */
  seen: Map<string, number>
}

/**
 * What a cluster would have against the documents of a manifest, as warnings: no Kubernetes object, apiVersion, kind or
 * metadata.name that are missing or malformed, one object twice. What is known only at deployment is not judged.
 */
export function checkManifest(tree: YamlTree): TextProblem[] {
  const checking: Checking = { tree, seen: new Map() }
  return tree.documents.flatMap((root) => checkDocument(checking, resolveAlias(root)))
}

function checkDocument(checking: Checking, root: YamlNode): TextProblem[] {
  const { tree } = checking
  if (root.kind === 'scalar' && writtenText(tree, root) === undefined) return []
  if (root.kind !== 'map') return [problemAt(tree, root, 'object')]
  const [apiVersion, kind] = [fieldOf(tree, root, 'apiVersion'), fieldOf(tree, root, 'kind')]
  const found = [
    ...judge(checking, root, {
      field: apiVersion,
      missing: 'api-version',
      malformed: 'api-version-form',
      form: API_VERSION,
    }),
    ...judge(checking, root, { field: kind, missing: 'kind', malformed: 'kind-form', form: KIND }),
  ]
  const type = { apiVersion: apiVersion.text ?? '', kind: kind.text ?? '' }
  return needsName(root, type) ? [...found, ...checkName(checking, root, type)] : found
}

interface Field {
  /** What it is said of: its value, or else what it is missing in. */
  node: YamlNode
  /** Undefined where it is missing, or no text. */
  text: string | undefined
  isOpen: boolean
}

function fieldOf(tree: YamlTree, map: YamlMap, key: string): Field {
  const value = map.byKey.get(key)?.value
  const node = value && resolveAlias(value)
  const text = node?.kind === 'scalar' ? writtenText(tree, node) : undefined
  const source = node ? tree.text.slice(Math.max(node.start, 0)) : ''
  // A reference without quotes is a map to YAML.
  return { node: node ?? map, text, isOpen: isOpenText(text ?? '') || source.startsWith('{{') }
}

interface Rule {
  field: Field
  missing: Reason
  malformed: Reason
  form: RegExp
}

function judge({ tree }: Checking, map: YamlMap, { field, missing, malformed, form }: Rule): TextProblem[] {
  const { node, text, isOpen } = field
  if (isOpen) return []
  if (text === undefined) return [problemAt(tree, node.start < 0 ? map : node, missing)]
  return form.test(text) ? [] : [problemAt(tree, node, malformed)]
}

/** A list holds objects that have names; it has none itself. */
const needsName = (root: YamlMap, { apiVersion, kind }: ObjectType) =>
  !NAMELESS.test(apiVersion) && !(kind.endsWith('List') && root.byKey.has('items'))

interface ObjectType {
  apiVersion: string
  kind: string
}

function checkName(checking: Checking, root: YamlMap, type: ObjectType): TextProblem[] {
  const { tree } = checking
  const value = root.byKey.get('metadata')?.value
  const metadata = value && resolveAlias(value)
  if (metadata?.kind !== 'map') return [problemAt(tree, metadata && metadata.start >= 0 ? metadata : root, 'name')]
  const field = fieldOf(tree, metadata, 'name')
  if (field.isOpen || (field.text === undefined && metadata.byKey.has('generateName'))) return []
  const { text } = field
  if (text === undefined) return [problemAt(tree, field.node.start < 0 ? metadata : field.node, 'name')]
  if (!isName(text, type)) return [problemAt(tree, field.node, 'name-form')]
  return checkRepeated(
    checking,
    { ...type, name: text, namespace: fieldOf(tree, metadata, 'namespace').text ?? '' },
    field,
  )
}

const isName = (name: string, { apiVersion }: ObjectType) =>
  name.length <= LONGEST_NAME && (FREELY_NAMED.test(apiVersion) ? /^[^/%]+$/.test(name) : SUBDOMAIN.test(name))

function checkRepeated(
  { tree, seen }: Checking,
  { apiVersion, kind, namespace, name }: ObjectType & { namespace: string; name: string },
  { node }: Field,
): TextProblem[] {
  // Versions of one group are the same object.
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : ''
  const id = JSON.stringify([group, kind, namespace, name])
  const first = seen.get(id)
  if (first !== undefined) {
    const repeated = problemAt(tree, node, 'repeated')
    return [{ ...repeated, params: { ...repeated.params, first } }]
  }
  seen.set(id, positionAt(tree.text, node.start).line)
  return []
}

function problemAt({ text }: YamlTree, node: YamlNode, reason: Reason): TextProblem {
  const position = positionAt(text, Math.max(node.start, 0))
  return { code: 'ManifestInvalid', severity: 'warning', position, params: { reason } }
}
