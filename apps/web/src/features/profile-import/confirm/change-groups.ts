import type { ImportPlanBody, ProfileBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'

export type PlannedChange = ImportPlanBody['changes'][number]

/** One change with its place in the group: `version`, `values`, `manifests[secret]`. */
export interface GroupedChange {
  change: PlannedChange
  field: string
}

export interface ChangeGroup {
  /** The layer's name, or `Profile` or `Variables`. */
  title: string
  isLayer: boolean
  changes: readonly GroupedChange[]
}

const PROFILE = 'Profile'
const VARIABLES = 'Variables'

function placeOf(path: string): { title: string; isLayer: boolean; field: string } {
  const layer = /^layers\[(.+?)\](?:\.(.+))?$/s.exec(path)
  if (layer?.[1] !== undefined) return { title: layer[1], isLayer: true, field: layer[2] ?? '' }
  if (path.startsWith('variables'))
    return { title: VARIABLES, isLayer: false, field: path.replace(/^variables\.?/, '') }
  return { title: PROFILE, isLayer: false, field: path === 'layers' ? 'order of layers' : path }
}

/** Differences by layer, in the order of the plan. */
export function groupChanges(changes: readonly PlannedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string, { isLayer: boolean; changes: GroupedChange[] }>()
  for (const change of changes) {
    const { title, isLayer, field } = placeOf(change.path)
    const key = `${isLayer ? 'layer' : 'rest'} ${title}`
    const group = groups.get(key) ?? { isLayer, changes: [] }
    groups.set(key, group)
    group.changes.push({ change, field })
  }
  return [...groups].map(([key, group]) => ({ title: key.slice(key.indexOf(' ') + 1), ...group }))
}

/** `values` or the manifest's name, if the change concerns a whole text. */
export function textOfChange(field: string): { kind: 'values' } | { kind: 'manifest'; name: string } | null {
  if (field === 'values') return { kind: 'values' }
  const name = /^manifests\[(.+)\]$/s.exec(field)?.[1]
  return name === undefined ? null : { kind: 'manifest', name }
}

/** The masked values of a layer of the profile here. */
export function valuesHere(profile: ProfileBody, layerName: string): string {
  const template = profile.status.isPublished ? profile.spec.published : profile.spec.draft
  return template?.packs.find((pack) => pack.name === layerName)?.values ?? ''
}

export function textInFile(document: ProfileDocument, layerName: string, field: string): string {
  const text = textOfChange(field)
  const pack = document.packs.find(({ name }) => name === layerName)
  if (!text || !pack) return ''
  return text.kind === 'values'
    ? (pack.values ?? '')
    : (pack.manifests.find(({ name }) => name === text.name)?.content ?? '')
}
