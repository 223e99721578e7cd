import type { ExportPreviewBody } from '@waybill/api-contract'
import type { MarkPlace } from '../../../shared/secrets/use-secret-marks.ts'

/** One place found in the file, without its value. */
export type Finding = ExportPreviewBody['findings'][number]

/** The findings of one layer, or those outside layers. */
export interface FindingGroup {
  key: string
  title: string
  findings: readonly Finding[]
}

/** Groups findings by layer, in the order of the file; a pack used twice makes two groups. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, groupKey)
  return [...groups].map(([key, found]) => ({ key, title: groupTitle(found[0]), findings: found }))
}

function groupKey({ id, layerName, where }: Finding): string {
  return layerName === '' ? proseTitle(where) : (/^packs\[\d+\]/.exec(id)?.[0] ?? layerName)
}

function groupTitle(finding: Finding | undefined): string {
  if (finding === undefined) return ''
  return finding.layerName === '' ? proseTitle(finding.where) : finding.layerName
}

const proseTitle = (where: Finding['where']) => (where === 'variable' ? 'Variables' : 'Description and labels')

/** `db.password`, `credentials › data.key` in a manifest. */
export function placeName({ manifest, path }: Pick<Finding, 'manifest' | 'path'>): string {
  return manifest === undefined ? path : `${manifest} › ${path}`
}

/** `Line 10 of the values`; the file shown beside it has its own line numbers. */
export function lineName({ layerName, manifest, line }: Pick<Finding, 'layerName' | 'manifest' | 'line'>): string {
  const text = manifest !== undefined ? ' of the manifest' : layerName === '' ? '' : ' of the values'
  return `Line ${line.toLocaleString()}${text}`
}

/** The place with its layer, which makes it unique. */
export function fullPlaceName(finding: Pick<Finding, 'layerName' | 'manifest' | 'path'>): string {
  return finding.layerName === '' ? placeName(finding) : `${finding.layerName} › ${placeName(finding)}`
}

/**
 * Whether a user may decide about it: not if it is declared or certain, and only scalars of a layer can have a mark.
 */
export function canBeMarked({ isFixed, layerName }: Finding): boolean {
  return !isFixed && layerName !== ''
}

/** The place that a mark on the finding is stored under. */
export function markPlace({ layerName, manifest, path }: Pick<Finding, 'layerName' | 'manifest' | 'path'>): MarkPlace {
  return { layerName, path, ...(manifest === undefined ? {} : { manifest }) }
}

/** The finding at a selected place: by its id, else by its place. */
export function findingOf(
  findings: readonly Finding[],
  { id, place }: { id: string | null; place: MarkPlace },
): Finding | undefined {
  const isHere = (each: Finding) =>
    each.layerName === place.layerName && each.manifest === place.manifest && each.path === place.path
  return findings.find((each) => each.id === id) ?? findings.find(isHere)
}
