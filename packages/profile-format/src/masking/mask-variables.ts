import type { DocumentVariable } from '../document/document.ts'
import { MASK } from '@waybill/layer-text'
import { isLiteral } from '@waybill/secret-finder'

/** Shorter values occur in patterns as parts of words and character classes. */
const SHORTEST_CONTAINED = 4

/** Masks a sensitive variable: its default value, its options, and its pattern if that contains one of them. */
export function maskVariable(variable: DocumentVariable): DocumentVariable {
  if (!variable.isSensitive) return variable
  return {
    ...variable,
    defaultValue: maskValue(variable.defaultValue),
    regex: containsSecret(variable) ? MASK : variable.regex,
    options: variable.options.map((option) => ({
      ...option,
      value: maskValue(option.value),
      label: maskValue(option.label),
    })),
  }
}

/** The values that sensitive variables hide. */
export function variableSecrets(variables: readonly DocumentVariable[]): string[] {
  return variables
    .filter((variable) => variable.isSensitive)
    .flatMap(({ defaultValue, options }) => [defaultValue, ...options.flatMap(({ value, label }) => [value, label])])
    .filter(isLiteral)
}

/** The text that a pattern spells out: the pattern without the escapes of literal characters. */
export function plainPattern(regex: string): string {
  return regex.replaceAll(/\\([^A-Za-z0-9])/g, '$1')
}

function containsSecret(variable: DocumentVariable): boolean {
  const plain = plainPattern(variable.regex)
  const whole = plain.replace(/^\^/, '').replace(/\$$/, '')
  return variableSecrets([variable]).some(
    (secret) => secret === whole || (secret.length >= SHORTEST_CONTAINED && plain.includes(secret)),
  )
}

function maskValue(value: string): string {
  return isLiteral(value) ? MASK : value
}
