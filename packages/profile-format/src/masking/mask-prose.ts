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

/**
 * Description and labels where the layers are not read, as in a list: what is a secret by itself is masked. A copy of what only a
 * layer tells to be one is not known here.
 */
export function maskDescribed<T extends Pick<ProfileDocument, 'description' | 'labels'>>(described: T): T {
  const mask = (text: string): string => {
    let at = 0
    let masked = ''
    for (const { start, end } of inspectProse(text)) {
      masked += text.slice(at, start) + MASK
      at = end
    }
    return masked + text.slice(at)
  }
  const labels = new Map([...described.labels].map(([key, value]) => [key, mask(value)]))
  return { ...described, description: mask(described.description), labels }
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
