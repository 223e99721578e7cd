import type { ExportPreviewBody } from '@waybill/api-contract'
import type { MarkPlace } from '../../../shared/secrets/use-secret-marks.ts'

/** One place of the file that was found; never its value. */
export type Finding = ExportPreviewBody['findings'][number]

/** The findings of one layer, or of what belongs to none. */
export interface FindingGroup {
  key: string
  title: string
  findings: readonly Finding[]
}

/** By layer, in the order of the file; a pack that stands twice is two groups. */
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

/** `Line 10 of the values`: the file shown beside counts its own. */
export function lineName({ layerName, manifest, line }: Pick<Finding, 'layerName' | 'manifest' | 'line'>): string {
  const text = manifest !== undefined ? ' of the manifest' : layerName === '' ? '' : ' of the values'
  return `Line ${line.toLocaleString()}${text}`
}

/** The same led by its layer, which makes it the only one of its name. */
export function fullPlaceName(finding: Pick<Finding, 'layerName' | 'manifest' | 'path'>): string {
  return finding.layerName === '' ? placeName(finding) : `${finding.layerName} › ${placeName(finding)}`
}

/** Whether a person may decide about it at all: not what is declared or certain, and only a scalar of a layer keeps a mark. */
export function canBeMarked({ isFixed, layerName }: Finding): boolean {
  return !isFixed && layerName !== ''
}

/** What a mark on it is kept by. */
export function markPlace({ layerName, manifest, path }: Pick<Finding, 'layerName' | 'manifest' | 'path'>): MarkPlace {
  return { layerName, path, ...(manifest === undefined ? {} : { manifest }) }
}

/** The finding of a chosen place: by its id, else by where it stands. */
export function findingOf(
  findings: readonly Finding[],
  { id, place }: { id: string | null; place: MarkPlace },
): Finding | undefined {
  const isHere = (each: Finding) =>
    each.layerName === place.layerName && each.manifest === place.manifest && each.path === place.path
  return findings.find((each) => each.id === id) ?? findings.find(isHere)
}
