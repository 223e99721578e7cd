import {
  LAYERS,
  PACK_TYPES,
  type DocumentManifest,
  type DocumentPack,
  type RegistryReference,
  type LayerKind,
  type PackType,
} from './document.ts'
import { openField, openFields, readChoice, readFlag, readItems, refuseField, reportField } from './shape-fields.ts'
import type { Fields, Shape } from './shape-fields.ts'
import { readBlob, readLine, readName } from './shape-text.ts'
import type { TreeNode } from '../read/tree.ts'
import type { TreePath } from '../read/tree-path.ts'

const PACK_FIELDS = ['name', 'type', 'layer', 'version', 'tag', 'values', 'registry', 'manifests']
const REGISTRY_FIELDS = ['uid', 'name', 'kind', 'isPrivate', 'providerType', 'isSyncSupported']
/** A pack's name and version become parts of URLs. */
const UNSAFE_IN_ADDRESS = /(^|\/)\.{0,2}(\/|$)|[\\?#%]/

/** A layer's node in the file and its path in the document. */
export interface PackPlace {
  node: TreeNode
  path: TreePath
  /** True in an add-on profile, whose layers can only be add-ons. */
  isAddOn: boolean
}

/**
 * Reads one layer. What Palette leaves out gets Palette's defaults: type `spectro`, layer `addon`, a manifest's
 * version.
 */
export function readPack(shape: Shape, { node, path, isAddOn }: PackPlace): DocumentPack {
  const fields = openFields(shape, { node, path }, PACK_FIELDS)
  const name = readAddressPart(fields, 'name', readName(fields, 'name'))
  if (name === '') shape.isUsable = false
  const type = readChoice(fields, 'type', { choices: PACK_TYPES, code: 'UnknownPackType' }) ?? 'spectro'
  const layer = readLayer(fields, type, isAddOn)
  const tag = readLine(fields, 'tag')
  const version = readAddressPart(fields, 'version', readPackVersion(fields, type, tag))
  const values = readBlob(fields, 'values')
  return {
    name,
    type,
    layer,
    version,
    ...(tag === undefined ? {} : { tag }),
    ...(values === undefined ? {} : { values }),
    manifests: readManifests(fields),
    registry: readRegistry(fields),
  }
}

function readAddressPart(fields: Fields, key: string, text: string): string {
  if (text !== '' && UNSAFE_IN_ADDRESS.test(text))
    reportField(fields, key, { code: 'InvalidName', params: { field: key } })
  return text
}

function readLayer(fields: Fields, type: PackType, isAddOn: boolean): LayerKind {
  const isGiven = fields.map.entries.has('layer')
  const layer = readChoice(fields, 'layer', { choices: LAYERS, code: 'UnknownLayer' })
  if (layer === undefined && !isGiven && !isAddOn && type !== 'manifest' && type !== 'helm') {
    refuseField(fields, 'layer', { code: 'MissingField', params: { field: 'layer' } })
  }
  return layer ?? 'addon'
}

function readPackVersion(fields: Fields, type: PackType, tag: string | undefined): string {
  const version = readLine(fields, 'version')
  if (version !== undefined && version !== '') return version
  if (tag !== undefined && tag !== '') return tag
  if (type !== 'manifest' && (version === '' || !fields.map.entries.has('version'))) {
    refuseField(fields, 'version', { code: 'MissingField', params: { field: 'version' } })
  }
  return '1.0.0'
}

function readManifests(pack: Fields): DocumentManifest[] {
  return readItems(pack, 'manifests', 'manifestsPerPack').map((node, index) => {
    const fields = openFields(pack.shape, { node, path: [...pack.path, 'manifests', index] }, ['name', 'content'])
    const name = readName(fields, 'name')
    const content = readBlob(fields, 'content')
    if (content === undefined && !fields.map.entries.has('content')) {
      refuseField(fields, 'content', { code: 'MissingField', params: { field: 'content' } })
    }
    return { name, content: content ?? '' }
  })
}

/**
 * Reads `registry.metadata`. `matchingRegistries` comes from a validate response; clients send it back with their
 * choice.
 */
function readRegistry(pack: Fields): RegistryReference {
  const registry = openField(pack, 'registry', { known: ['metadata'], ignored: ['matchingRegistries'] })
  const fields = openField(registry, 'metadata', { known: REGISTRY_FIELDS })
  const reference: RegistryReference = {}
  for (const key of ['uid', 'name', 'kind', 'providerType'] as const) {
    const text = readLine(fields, key)
    if (text !== undefined) reference[key] = text
  }
  for (const key of ['isPrivate', 'isSyncSupported'] as const) {
    const flag = readFlag(fields, key)
    if (flag !== undefined) reference[key] = flag
  }
  return reference
}
