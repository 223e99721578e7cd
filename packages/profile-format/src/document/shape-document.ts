import { LIMITS } from '../limits.ts'
import { PROFILE_TYPES, type ProfileDocument } from './document.ts'
import { readPack } from './shape-pack.ts'
import { readVariable } from './shape-variable.ts'
import { reportMacroCycles } from '../references/macro-cycles.ts'
import type { ProblemLog } from '../problems/problem-log.ts'
import { isSemVer } from '../rules/profile-version.ts'
import { fieldsOfText, openField, openFields, readChoice, readItems, refuseField, reportField } from './shape-fields.ts'
import type { Fields, Shape } from './shape-fields.ts'
import { readLine, readName, readProse } from './shape-text.ts'
import { childOf, isNull, type TreeNode } from '../read/tree.ts'

/** Go clients serialise these with every object, even when zero; they say nothing about the profile. */
const TIMESTAMPS = ['creationTimestamp', 'lastModifiedTimestamp', 'deletionTimestamp']

/**
 * Turns the tree into a document and logs every problem found; returns null when too much is missing to build a
 * document.
 */
export function readShape(root: TreeNode, log: ProblemLog): ProfileDocument | null {
  const shape: Shape = { log, isUsable: true }
  reportMacroCycles(childOf(root, 'macros'), log)
  const top = openFields(shape, { node: root, path: [], ignored: ['decisions'] }, ['metadata', 'spec'])
  for (const key of ['metadata', 'spec']) requireField(top, key)
  const metadata = openField(top, 'metadata', { known: ['name', 'description', 'labels'], ignored: TIMESTAMPS })
  const spec = openField(top, 'spec', { known: ['version', 'template', 'variables'] })
  const document = {
    name: readName(metadata, 'name'),
    description: readProse(metadata, 'description'),
    labels: readLabels(metadata),
    version: readVersion(spec),
    ...readTemplate(spec),
    variables: readItems(spec, 'variables', 'variables').map((node, index) =>
      readVariable(shape, node, ['spec', 'variables', index]),
    ),
  }
  return shape.isUsable ? document : null
}

function requireField(fields: Fields, key: string): void {
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node)) refuseField(fields, key, { code: 'MissingField', params: { field: key } })
}

function readLabels(metadata: Fields): Map<string, string> {
  const node = childOf(metadata.map, 'labels')
  const keys = node?.kind === 'map' ? [...node.entries.keys()] : []
  const limit = LIMITS.labels
  if (keys.length > limit) {
    refuseField(metadata, 'labels', { code: 'LimitExceeded', params: { what: 'labels', limit, actual: keys.length } })
    return new Map()
  }
  const labels = openField(metadata, 'labels', { known: keys })
  return new Map(keys.map((key) => [readLabelKey(labels, key), readLine(labels, key) ?? '']))
}

function readLabelKey(labels: Fields, key: string): string {
  const start = labels.map.entries.get(key)?.keyStart ?? labels.map.start
  readLine(fieldsOfText(labels.shape, labels.path, { key, text: key, start }), key)
  return key
}

/** The version; `1.0.0`, with a warning, when the file has none. */
function readVersion(spec: Fields): string {
  const version = readLine(spec, 'version')
  if (version === undefined || version === '') {
    const isWrong = version === undefined && spec.map.entries.has('version')
    return isWrong ? '' : defaultTo(spec, 'version', '1.0.0')
  }
  if (!isSemVer(version)) reportField(spec, 'version', { code: 'InvalidVersion' })
  return version
}

function defaultTo<T extends string>(fields: Fields, key: string, value: T): T {
  reportField(fields, key, { code: 'MissingField', severity: 'warning', params: { field: key, default: value } })
  return value
}

function readTemplate(spec: Fields): Pick<ProfileDocument, 'type' | 'cloudType' | 'packs'> {
  requireField(spec, 'template')
  const template = openField(spec, 'template', { known: ['type', 'cloudType', 'packs'] })
  const given = readChoice(template, 'type', { choices: PROFILE_TYPES, code: 'UnknownProfileType' })
  const type = given ?? (template.map.entries.has('type') ? 'cluster' : defaultTo(template, 'type', 'cluster'))
  return {
    type,
    cloudType: readCloudType(template, type === 'add-on'),
    packs: readItems(template, 'packs', 'packs').map((node, index) =>
      readPack(spec.shape, { node, path: ['spec', 'template', 'packs', index], isAddOn: type === 'add-on' }),
    ),
  }
}

/** Any cloud type is accepted, custom ones too. An add-on profile without one applies to all clouds. */
function readCloudType(template: Fields, isAddOn: boolean): string {
  const cloudType = readLine(template, 'cloudType')
  if (cloudType !== undefined && cloudType !== '') return cloudType
  if (isAddOn) return defaultTo(template, 'cloudType', 'all')
  if (cloudType === '' || !template.map.entries.has('cloudType')) {
    refuseField(template, 'cloudType', { code: 'MissingField', params: { field: 'cloudType' } })
  }
  return ''
}
