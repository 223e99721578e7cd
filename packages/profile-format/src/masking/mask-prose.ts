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

/** What people write beside the texts of layers. */
type Prose = Pick<ProfileDocument, 'description' | 'labels' | 'variables'>

/** Secrets in the description, the labels and the variables of a document that nobody marked. */
export function proseSecrets(document: Prose): ProseSecret[] {
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
export function maskProse<T extends Prose>(document: T, secrets: readonly ProseSecret[]): T {
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
  const prose = { description: described.description, labels: described.labels, variables: [] }
  const { description, labels } = maskProse(prose, proseSecrets(prose))
  return { ...described, description, labels }
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
