import { MASK } from '@waybill/layer-text'
import { inspectNamedValue, inspectProse, type SecretReason, type Strength } from '@waybill/secret-finder'
import type { DocumentVariable, ProfileDocument } from '../document/document.ts'

/** A secret suspected outside the texts of layers. */
export interface ProseSecret {
  /** `description`, `labels.team`, `variables[2].defaultValue`, `variables[2].options[0].label`. */
  id: string
  /** The name that people look for: the label or the variable. */
  path: string
  reason: SecretReason
  strength: Strength
  value: string
}

/** The parts of a document that people write beside the texts of layers. */
type Prose = Pick<ProfileDocument, 'description' | 'labels' | 'variables'>

/** Finds unmarked secrets in the description, the labels and the variables of a document. */
export function proseSecrets(document: Prose): ProseSecret[] {
  const labels = [...document.labels].flatMap(([key, value]) => inProse(`labels.${key}`, key, value))
  return [
    ...inProse('description', 'description', document.description),
    ...labels,
    ...document.variables.flatMap((variable, index) => inVariable(variable, index)),
  ]
}

/**
 * Masks these secrets. A value that a cluster uses as it is gets masked whole, because a part of it would be another
 * value.
 */
export function maskProse<T extends Prose>(document: T, secrets: readonly ProseSecret[]): T {
  const byId = Map.groupBy(secrets, ({ id }) => id)
  const mask = (id: string, text: string): string =>
    (byId.get(id) ?? []).reduce((masked, { value }) => masked.replaceAll(value, MASK), text)
  const whole = (id: string, text: string): string => (byId.has(id) ? MASK : text)
  return {
    ...document,
    description: mask('description', document.description),
    labels: new Map([...document.labels].map(([key, value]) => [key, mask(`labels.${key}`, value)])),
    variables: document.variables.map((variable, index) => {
      const id = `variables[${index}]`
      return {
        ...variable,
        displayName: mask(`${id}.displayName`, variable.displayName),
        description: mask(`${id}.description`, variable.description),
        defaultValue: whole(`${id}.defaultValue`, variable.defaultValue),
        regex: whole(`${id}.regex`, variable.regex),
        options: variable.options.map((option, at) => ({
          ...option,
          value: whole(`${id}.options[${at}].value`, option.value),
          label: whole(`${id}.options[${at}].label`, option.label),
          description: mask(`${id}.options[${at}].description`, option.description),
        })),
      }
    }),
  }
}

/** Secrets in the keys of labels. They cannot be masked in a file, or the profile would have another label. */
export function secretsInKeys(labels: ProfileDocument['labels']): string[] {
  return [...labels.keys()].flatMap((key) => inProse('', '', key).map(({ value }) => value))
}

/** Labels for a reader who sees masks: secrets in keys are masked too. Same number, same order. */
export function shownLabels(labels: ProfileDocument['labels']): ProfileDocument['labels'] {
  const shown = new Map<string, string>()
  for (const [key, value] of labels) {
    const called = inProse('', '', key).reduce((masked, secret) => masked.replaceAll(secret.value, MASK), key)
    let free = called
    for (let count = 2; shown.has(free) || (free !== key && labels.has(free)); count += 1) free = `${called} ${count}`
    shown.set(free, value)
  }
  return shown
}

/**
 * Masks secrets in description and labels when the layers are not read, as in a list. It finds only what looks like a
 * secret by itself: a copy of a layer's secret cannot be recognised here.
 */
export function maskDescribed<T extends Pick<ProfileDocument, 'description' | 'labels'>>(described: T): T {
  const prose = { description: described.description, labels: described.labels, variables: [] }
  const { description, labels } = maskProse(prose, proseSecrets(prose))
  return { ...described, description, labels: shownLabels(labels) }
}

function inVariable(variable: DocumentVariable, index: number): ProseSecret[] {
  const { name, options, isSensitive } = variable
  const at = (field: string, text: string) => inProse(`variables[${index}].${field}`, name, text)
  return [
    ...at('displayName', variable.displayName),
    ...at('description', variable.description),
    // A pattern that describes a password looks much like one that contains it.
    ...at('regex', variable.regex).filter(({ strength }) => strength === 'certain'),
    ...(isSensitive || options.length > 0 ? [] : inDefault(index, name, variable.defaultValue)),
    ...(isSensitive || options.length === 0 ? [] : at('defaultValue', variable.defaultValue)),
    ...options.flatMap((option, optionAt) => [
      ...(isSensitive ? [] : at(`options[${optionAt}].value`, option.value)),
      ...(isSensitive ? [] : at(`options[${optionAt}].label`, option.label)),
      ...at(`options[${optionAt}].description`, option.description),
    ]),
  ]
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

function inDefault(index: number, name: string, value: string): ProseSecret[] {
  const verdict = inspectNamedValue(name, value)
  return verdict ? [{ id: `variables[${index}].defaultValue`, path: name, ...verdict, value }] : []
}
