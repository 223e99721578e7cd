import { diffField, pairByKey } from './diff-fields.ts'
import { diffLayers } from './diff-layers.ts'
import { diffVariables } from './diff-variables.ts'
import type { ProfileDocument } from '../document/document.ts'
import type { Change } from '../plan/import-plan.ts'

const FIELDS = [
  'name',
  'description',
  'version',
  'type',
  'cloudType',
] as const satisfies readonly (keyof ProfileDocument)[]

/**
 * The differences between two documents by field: metadata first, then layers and variables by name. YAML texts,
 * options and sensitive defaults are named without content; other values are shown as one line of at most 120
 * characters. Empty for equal documents.
 */
export function diffDocuments(before: ProfileDocument, after: ProfileDocument): Change[] {
  return [
    ...FIELDS.flatMap((field) => diffField({ path: field, before: before[field], after: after[field] })),
    ...diffLabels(before.labels, after.labels),
    ...diffLayers(before.packs, after.packs),
    ...diffVariables(before.variables, after.variables),
  ]
}

function diffLabels(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  return pairByKey([...before], [...after], ([key]) => key).flatMap((pair) =>
    diffField({ path: `labels.${pair.key}`, before: pair.before?.[1], after: pair.after?.[1] }),
  )
}
