import { DEFAULT_YAML_LIMITS, MASK, maskedPlaces, parseYaml } from '@waybill/layer-text'
import { inspectProse, inspectText, maskText } from '@waybill/secret-finder'
import { readVariable, textOfVariable } from '../state/variable-texts.ts'

const COUNTED = / \(\d+\)$/
const DOCUMENT = /^document\[\d+\]\.?/

/**
 * What of a YAML text may lie in the browser: what replaced a mask is a mask again, and so is what looks like a secret. Null for a
 * text of which that cannot be told, as it cannot be read.
 */
export function yamlWithoutSecrets(text: string, stored: string): string | null {
  const { secrets } = inspectText(text, { kind: 'values', declaredPaths: maskedPathsOf(stored), suspicions: [] })
  return secrets.some(({ reason }) => reason === 'unparsable') ? null : maskText(text, secrets)
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

function maskedPathsOf(text: string): string[] {
  const parsed = parseYaml(text, DEFAULT_YAML_LIMITS)
  if (!('tree' in parsed)) return []
  return maskedPlaces(parsed.tree).map(({ path }) => path.replace(COUNTED, '').replace(DOCUMENT, ''))
}
