import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import { maskDocument } from '../masking/mask-document.ts'
import { secretsInNames } from '../masking/names.ts'
import { survivingSecrets } from '../masking/surviving-secrets.ts'
import type { Change } from '../plan/import-plan.ts'
import type { Problem } from '../problems/problems.ts'
import { serializeDocument } from '../write/serialize-document.ts'
import { compareSecrets, type ComparedSecret, type InspectedDocument } from './compare-secrets.ts'
import { diffDocuments } from './diff-documents.ts'
import { pairByKey } from './diff-fields.ts'
import { diffLayers } from './diff-layers.ts'
import { movedNames } from './moved-names.ts'

/** A text that differs, masked on both sides; absent on a side that lacks it. */
export interface ComparedText {
  where: 'values' | 'manifest'
  /** Empty for values. */
  manifest: string
  left?: string
  right?: string
}

/** A layer of either side. */
export interface ComparedLayer {
  name: string
  mark: 'added' | 'removed' | 'changed' | 'same'
  isMoved: boolean
  texts: ComparedText[]
}

/** The comparison of two documents; it contains no secret of either. */
export interface DocumentComparison {
  changes: Change[]
  layers: ComparedLayer[]
  secrets: ComparedSecret[]
}

/** The documents to compare. Secrets are compared only when the caller may see those of both sides. */
export interface CompareRequest {
  left: InspectedDocument
  right: InspectedDocument
  maySeeSecrets: boolean
}

/**
 * Compares two documents by their masked forms, so that only `secrets` tells whether two secrets are equal. If a secret
 * would survive masking, returns a problem for each name that contains it instead.
 */
export function compareDocuments({
  left,
  right,
  maySeeSecrets,
}: CompareRequest): DocumentComparison | { unmaskable: Problem[] } {
  const before = maskedOf(left)
  const after = maskedOf(right)
  if ('unmaskable' in before) return before
  if ('unmaskable' in after) return after
  const secrets = compareSecrets(left, right, maySeeSecrets)
  const differing = new Set(secrets.filter(({ verdict }) => verdict === 'differs').map(({ layerName }) => layerName))
  const layers = compareLayers(before.document.packs, after.document.packs)
  return {
    changes: diffDocuments(before.document, after.document),
    layers: layers.map((layer) =>
      layer.mark === 'same' && differing.has(layer.name) ? { ...layer, mark: 'changed' } : layer,
    ),
    secrets,
  }
}

type Masked = { document: ProfileDocument } | { unmaskable: Problem[] }

function maskedOf({ document, inspections }: InspectedDocument): Masked {
  const { document: masked, secrets } = maskDocument({ document, inspections, suspected: 'mask' })
  const text = serializeDocument(masked, { format: 'json', pretty: false })
  return survivingSecrets(text, secrets) ? { unmaskable: secretsInNames(document, secrets) } : { document: masked }
}

function compareLayers(before: ProfileDocument['packs'], after: ProfileDocument['packs']): ComparedLayer[] {
  const nameOf = ({ name }: DocumentPack) => name
  const moved = movedNames(before.map(nameOf), after.map(nameOf))
  return pairByKey(before, after, nameOf).map(({ key, before: old, after: now }) => ({
    name: key,
    mark: markOf(old, now),
    isMoved: moved.has(key),
    texts: compareTexts(old, now),
  }))
}

function markOf(old: DocumentPack | undefined, now: DocumentPack | undefined): ComparedLayer['mark'] {
  if (old === undefined) return 'added'
  if (now === undefined) return 'removed'
  return diffLayers([old], [now]).length > 0 ? 'changed' : 'same'
}

function compareTexts(old: DocumentPack | undefined, now: DocumentPack | undefined): ComparedText[] {
  return [
    ...comparedText({ where: 'values', manifest: '' }, old?.values, now?.values),
    ...pairByKey(old?.manifests ?? [], now?.manifests ?? [], ({ name }) => name).flatMap((pair) =>
      comparedText({ where: 'manifest', manifest: pair.key }, pair.before?.content, pair.after?.content),
    ),
  ]
}

function comparedText(
  place: Pick<ComparedText, 'where' | 'manifest'>,
  left: string | undefined,
  right: string | undefined,
): ComparedText[] {
  if (left === right) return []
  return [{ ...place, ...(left !== undefined && { left }), ...(right !== undefined && { right }) }]
}
