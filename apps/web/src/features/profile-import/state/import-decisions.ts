import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'

export type MacroChoice = NonNullable<ImportDecisionsBody['macros']>[number]
export type MaskChoice = NonNullable<ImportDecisionsBody['masks']>[number]

export type DecisionChange = (decisions: ImportDecisionsBody) => ImportDecisionsBody

/** The name and version to import under; null for the file's own. */
export function nameAs(chosen: { name: string; version: string } | null): DecisionChange {
  return ({ name: _name, version: _version, ...rest }) => (chosen ? { ...rest, ...chosen } : rest)
}

export function publishAs(publish: boolean): DecisionChange {
  return (decisions) => ({ ...decisions, publish })
}

function withEntry(entries: Record<string, string> | undefined, index: number, value: string | null) {
  const { [String(index)]: _replaced, ...others } = entries ?? {}
  return value === null ? others : { ...others, [String(index)]: value }
}

/** The version to take instead of the file's, with the registry that holds it; null for the file's own. */
export function takePackVersion(
  index: number,
  choice: { version: string; registryUid: string } | null,
): DecisionChange {
  return (decisions) => ({
    ...decisions,
    packVersions: withEntry(decisions.packVersions, index, choice?.version ?? null),
    registries: withEntry(decisions.registries, index, choice?.registryUid ?? null),
  })
}

/** Leaves an add-on out of the import, or includes it again. */
export function leaveOut(index: number, isLeftOut: boolean): DecisionChange {
  return (decisions) => {
    const others = (decisions.leftOut ?? []).filter((other) => other !== index)
    return { ...decisions, leftOut: isLeftOut ? [...others, index] : others }
  }
}

/** Values for a layer instead of the file's; null for the file's own. */
export function editValues(index: number, text: string | null): DecisionChange {
  return (decisions) => ({ ...decisions, values: withEntry(decisions.values, index, text) })
}

/** Restores the file's own values, but only if they are still this text. */
export function dropValues(index: number, text: string | undefined): DecisionChange {
  return (decisions) =>
    text !== undefined && decisions.values?.[String(index)] === text ? editValues(index, null)(decisions) : decisions
}

/** The document with the edited values. */
export function decidedDocument(document: ProfileDocument, { values = {} }: ImportDecisionsBody): ProfileDocument {
  const packs = document.packs.map((pack, index) => {
    const text = values[String(index)]
    return text === undefined ? pack : { ...pack, values: text }
  })
  return { ...document, packs }
}

/** One registry for several layers. */
export function takeRegistry(indexes: readonly number[], registryUid: string): DecisionChange {
  return (decisions) => ({
    ...decisions,
    registries: indexes.reduce((entries, index) => withEntry(entries, index, registryUid), decisions.registries ?? {}),
  })
}

export function createMacro(macro: MacroChoice): DecisionChange {
  return (decisions) => ({ ...decisions, macros: [...macrosBut(decisions, macro.name), macro] })
}

export function dropMacro(name: string): DecisionChange {
  return (decisions) => ({ ...decisions, macros: macrosBut(decisions, name) })
}

function macrosBut(decisions: ImportDecisionsBody, name: string): MacroChoice[] {
  return (decisions.macros ?? []).filter((macro) => macro.name !== name)
}

/** Settles masked places and replaces earlier decisions about them. */
export function settleMasks(choices: readonly MaskChoice[]): DecisionChange {
  const places = new Set(choices.map((choice) => choice.place))
  return (decisions) => ({
    ...decisions,
    masks: [...(decisions.masks ?? []).filter((mask) => !places.has(mask.place)), ...choices],
  })
}

export function dropMask(place: string): DecisionChange {
  return (decisions) => ({ ...decisions, masks: (decisions.masks ?? []).filter((mask) => mask.place !== place) })
}

/** If the whole value was typed although only a part of it was masked, extracts that part. */
export function maskedPart(typed: string, around: ImportPlanBody['masked'][number]['around']): string {
  if (around === undefined || typed.length <= around.before.length + around.after.length) return typed
  const isWhole = around.before + around.after !== '' && typed.startsWith(around.before) && typed.endsWith(around.after)
  return isWhole ? typed.slice(around.before.length, typed.length - around.after.length) : typed
}

export function macroChoice(decisions: ImportDecisionsBody, name: string): MacroChoice | undefined {
  return decisions.macros?.find((macro) => macro.name === name)
}

/** Drops decisions about parts that the edited document no longer has; returns the same object if there are none. */
export function pruneDecisions(decisions: ImportDecisionsBody, plan: ImportPlanBody): ImportDecisionsBody {
  const indexes = new Set([...plan.layers, ...plan.leftOut].map((layer) => String(layer.index)))
  const names = new Set(plan.macros.map((macro) => macro.name))
  const places = new Set(plan.masked.map((masked) => masked.id))
  const isStale =
    Object.keys({ ...decisions.registries, ...decisions.packVersions, ...decisions.values }).some(
      (index) => !indexes.has(index),
    ) ||
    decisions.leftOut?.some((index) => !indexes.has(String(index))) === true ||
    decisions.macros?.some((macro) => !names.has(macro.name)) === true ||
    decisions.masks?.some((mask) => !places.has(mask.place)) === true
  if (!isStale) return decisions
  const known = (entries: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(entries).filter(([index]) => indexes.has(index)))
  return {
    ...decisions,
    registries: known(decisions.registries),
    packVersions: known(decisions.packVersions),
    ...(decisions.values && { values: known(decisions.values) }),
    ...(decisions.leftOut && { leftOut: decisions.leftOut.filter((index) => indexes.has(String(index))) }),
    macros: (decisions.macros ?? []).filter((macro) => names.has(macro.name)),
    masks: (decisions.masks ?? []).filter((mask) => places.has(mask.place)),
  }
}
