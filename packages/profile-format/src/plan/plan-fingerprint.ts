import type { ImportDecisions, ImportPlan } from './import-plan.ts'

type Fingerprinted = Omit<ImportPlan, 'fingerprint' | 'document'>

/**
 * Everything that decides the outcome of an import, as one text: equal plans give equal texts on every machine. It
 * names places, uids and codes, but contains no text of a layer, no macro's value and no value that fills a mask.
 */
export function fingerprintOf(plan: Fingerprinted, masks: ImportDecisions['masks'] = []): string {
  return JSON.stringify([
    plan.target.kind,
    plan.target.uid,
    plan.name,
    plan.version,
    plan.publish,
    plan.layers.map((layer) => [
      layer.name,
      layer.version,
      layer.chosen?.packUid ?? '',
      layer.chosen?.registry.uid ?? '',
    ]),
    plan.leftOut.map(({ index }) => index),
    plan.editedValues.map(({ index }) => index),
    plan.problems.map(({ code, severity, path, valuePath = '' }) => [code, severity, path, valuePath]),
    plan.macros.map(({ name, isDefined, isCreated }) => [name, isDefined, isCreated]),
    plan.macrosToCreate.map(({ name, scope }) => [name, scope]),
    plan.masked.map(({ id, isSettled }) => [id, isSettled]),
    masks.map(({ place, action }) => [place, action]),
    plan.comparedWith?.uid ?? '',
    plan.changes.map(({ kind, path }) => [kind, path]),
  ])
}
