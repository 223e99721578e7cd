import { MASK } from '@waybill/layer-text'
import { inspectProse, inspectText, maskText } from '@waybill/secret-finder'
import { readVariable, textOfVariable } from '../state/variable-texts.ts'
import { maskedPathsOf, replacedPaths } from './replaced-masks.ts'

/**
 * A YAML text as it may be stored in the browser: values that may have replaced a mask, and values that look like
 * secrets, are masked. Null if this cannot be decided because the text cannot be parsed.
 */
export function yamlWithoutSecrets(text: string, stored: string): string | null {
  const replaced = replacedPaths(text, stored)
  if (replaced === undefined) return null
  const declaredPaths = [...new Set([...maskedPathsOf(stored), ...replaced])]
  const { secrets } = inspectText(text, { kind: 'values', declaredPaths, suspicions: [] })
  if (secrets.some(({ reason }) => reason === 'unparsable')) return null
  const kept = maskText(text, secrets)
  // A value may remain, such as the first of two values of one key, which no path addresses.
  return replacedPaths(kept, stored)?.length === 0 ? kept : null
}

/** The same for a description or labels. */
export const proseWithoutSecrets = (text: string): string =>
  inspectProse(text).reduceRight((masked, { start, end }) => masked.slice(0, start) + MASK + masked.slice(end), text)

/**
 * A variable without the default typed for it, if that is or looks like a secret. A mask takes its place, which cannot
 * be saved unless there is a stored value that it refers to.
 */
export function variableWithoutSecrets(text: string, stored: string | undefined): string {
  const variable = readVariable(text)
  const { isSensitive, defaultValue } = variable
  if (!isSensitive) return textOfVariable({ ...variable, defaultValue: proseWithoutSecrets(defaultValue) })
  const before = stored === undefined ? '' : readVariable(stored).defaultValue
  if (defaultValue === '') return text
  return textOfVariable({ ...variable, defaultValue: before.includes(MASK) ? before : MASK })
}
