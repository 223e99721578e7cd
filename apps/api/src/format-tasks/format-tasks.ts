import {
  checkPacks as check,
  readDocument as read,
  stillEmptyValues,
  type EmptyValue,
  type ImportFacts,
  type PackCheck,
  type ProfileDocument,
  type ReadOptions,
  type ReadResult,
} from '@waybill/profile-format'

// The tasks that run off the event loop, in a thread of format-workers.ts. Each takes one structured-cloneable payload,
// and `workers.run` takes its name.
export { decideTexts, findMarkable } from './inspect/decide-texts.ts'
export { compareDocuments as compareProfiles } from '@waybill/profile-format'
export { fillEmptyTexts } from './plan/fill-empty-texts.ts'
export { inspectLayers } from './inspect/inspect-layers.ts'
export { mergePackValues } from './merge-pack-values.ts'
export { planEdit } from './plan/plan-edit.ts'
export { planToShow, planToWrite } from './import/plan-file.ts'
export { readOutline } from './import/read-file.ts'
export { renderPreview } from './render/render-preview.ts'
export { readPackMeta } from './read-pack-meta.ts'
export { renderExport } from './render/render-export.ts'
export { restoreTexts } from './plan/restore-texts.ts'
export { revealValue } from './render/reveal-value.ts'
export { resolveValues } from './render/resolve-values.ts'

export const readDocument = ({ bytes, ...options }: ReadOptions & { bytes: Uint8Array }): ReadResult =>
  read(bytes, options)

export interface EmptyValuesToFind extends Pick<ProfileDocument, 'packs' | 'variables'> {
  values: readonly EmptyValue[]
}

export const findEmptyValues = ({ values, ...texts }: EmptyValuesToFind): EmptyValue[] =>
  stillEmptyValues(texts, values)

export interface PacksToCheck {
  document: ProfileDocument
  facts: Pick<ImportFacts, 'registries' | 'candidates' | 'knownVersions'>
}

export const checkPacks = ({ document, facts }: PacksToCheck): PackCheck[] => check(document, facts)
