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

/** For these API groups the API server accepts any name that can be part of a URL path. */
const FREELY_NAMED = /^rbac\.authorization\.k8s\.io\//
/** Tools read these before anything reaches a cluster; they need no name. */
const NAMELESS = /^(?:kustomize\.config\.k8s\.io)\//

type Reason = 'object' | 'api-version' | 'api-version-form' | 'kind' | 'kind-form' | 'name' | 'name-form' | 'repeated'

interface Checking {
  tree: YamlTree
  /** The line of each object, by its identity. */
  seen: Map<string, number>
}

/**
 * Warns of what a cluster would reject in the documents of a manifest: a document that is not a Kubernetes object; an
 * apiVersion, kind or metadata.name that is missing or malformed; an object that appears twice. What depends on the
 * cluster is not checked.
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
  /** The node to report: the field's value, or the map that lacks it. */
  node: YamlNode
  /** Undefined when the field is missing or not a text. */
  text: string | undefined
  isOpen: boolean
}

function fieldOf(tree: YamlTree, map: YamlMap, key: string): Field {
  const value = map.byKey.get(key)?.value
  const node = value && resolveAlias(value)
  const text = node?.kind === 'scalar' ? writtenText(tree, node) : undefined
  const source = node ? tree.text.slice(Math.max(node.start, 0)) : ''
  // YAML parses an unquoted reference as a map.
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

/** The objects in a list have names; the list itself has none. */
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
  // Two versions of the same API group denote the same object.
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
