import { MASK } from '@waybill/layer-text'
import { inspectNamedValue, inspectProse, type SecretReason, type Strength } from '@waybill/secret-finder'
import type { ProfileDocument } from '../document/document.ts'

/** A secret that is suspected beside the texts of layers; never holds the value where it is listed. */
export interface ProseSecret {
  /** `description`, `labels.team`, `variables[2].defaultValue`, `variables[2].description`. */
  id: string
  /** What a person looks for: the label or the variable. */
  path: string
  reason: SecretReason
  strength: Strength
  value: string
}

/** Secrets in the description, the labels and the variables of a document that nobody marked. */
export function proseSecrets(document: ProfileDocument): ProseSecret[] {
  const labels = [...document.labels].flatMap(([key, value]) => inProse(`labels.${key}`, key, value))
  const variables = document.variables.flatMap((variable, index) => [
    ...inProse(`variables[${index}].description`, variable.name, variable.description),
    ...(variable.isSensitive || variable.options.length > 0
      ? []
      : defaultOf(index, variable.name, variable.defaultValue)),
  ])
  return [...inProse('description', 'description', document.description), ...labels, ...variables]
}

/** The document without these secrets. */
export function maskProse(document: ProfileDocument, secrets: readonly ProseSecret[]): ProfileDocument {
  const byId = Map.groupBy(secrets, ({ id }) => id)
  const mask = (id: string, text: string): string =>
    (byId.get(id) ?? []).reduce((masked, { value }) => masked.replaceAll(value, MASK), text)
  return {
    ...document,
    description: mask('description', document.description),
    labels: new Map([...document.labels].map(([key, value]) => [key, mask(`labels.${key}`, value)])),
    variables: document.variables.map((variable, index) => ({
      ...variable,
      description: mask(`variables[${index}].description`, variable.description),
      defaultValue: byId.has(`variables[${index}].defaultValue`) ? MASK : variable.defaultValue,
    })),
  }
}

function inProse(id: string, path: string, text: string): ProseSecret[] {
  return inspectProse(text).map(({ start, end, reason, strength }) => ({
    id,
    path,
    reason,
    strength,
    value: text.slice(start, end),
  }))
}

function defaultOf(index: number, name: string, value: string): ProseSecret[] {
  const verdict = inspectNamedValue(name, value)
  return verdict ? [{ id: `variables[${index}].defaultValue`, path: name, ...verdict, value }] : []
}
