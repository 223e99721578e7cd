import { MASK } from '@waybill/layer-text'
import { inspectProse, inspectText, maskText } from '@waybill/secret-finder'
import { readVariable, textOfVariable } from '../state/variable-texts.ts'
import { maskedPathsOf, replacedPaths } from './replaced-masks.ts'

/**
 * What of a YAML text may lie in the browser: what may have replaced a mask is a mask again, and so is what looks like a secret. Null for a
 * text of which that cannot be told, as it cannot be read.
 */
export function yamlWithoutSecrets(text: string, stored: string): string | null {
  const replaced = replacedPaths(text, stored)
  if (replaced === undefined) return null
  const declaredPaths = [...new Set([...maskedPathsOf(stored), ...replaced])]
  const { secrets } = inspectText(text, { kind: 'values', declaredPaths, suspicions: [] })
  if (secrets.some(({ reason }) => reason === 'unparsable')) return null
  const kept = maskText(text, secrets)
  // Such as the first of two values of one key, which no path leads to.
  return replacedPaths(kept, stored)?.length === 0 ? kept : null
}

/** The same for a description or labels. */
export const proseWithoutSecrets = (text: string): string =>
  inspectProse(text).reduceRight((masked, { start, end }) => masked.slice(0, start) + MASK + masked.slice(end), text)

/**
 * A variable without the default that was typed for it where that is a secret, or looks like one. A mask takes its place, which refuses
 * to be saved where nothing is stored that it could stand for.
 */
export function variableWithoutSecrets(text: string, stored: string | undefined): string {
  const variable = readVariable(text)
  const { isSensitive, defaultValue } = variable
  if (!isSensitive) return textOfVariable({ ...variable, defaultValue: proseWithoutSecrets(defaultValue) })
  const before = stored === undefined ? '' : readVariable(stored).defaultValue
  if (defaultValue === '') return text
  return textOfVariable({ ...variable, defaultValue: before.includes(MASK) ? before : MASK })
}
