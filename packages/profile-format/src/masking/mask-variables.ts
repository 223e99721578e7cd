import type { DocumentVariable } from '../document/document.ts'
import { MASK } from '@waybill/layer-text'
import { isLiteral } from '@waybill/secret-finder'

/** Shorter ones stand in patterns as parts of words and classes. */
const SHORTEST_SAID = 4

/** The variable as it may leave: a sensitive one with masks for its default, its options and a pattern that says one of them. */
export function maskVariable(variable: DocumentVariable): DocumentVariable {
  if (!variable.isSensitive) return variable
  return {
    ...variable,
    defaultValue: maskValue(variable.defaultValue),
    regex: saysSecret(variable) ? MASK : variable.regex,
    options: variable.options.map((option) => ({
      ...option,
      value: maskValue(option.value),
      label: maskValue(option.label),
    })),
  }
}

/** What sensitive variables hide. */
export function variableSecrets(variables: readonly DocumentVariable[]): string[] {
  return variables
    .filter((variable) => variable.isSensitive)
    .flatMap(({ defaultValue, options }) => [defaultValue, ...options.flatMap(({ value, label }) => [value, label])])
    .filter(isLiteral)
}

/** What a pattern reads as where it says a value letter by letter: without the escapes of what is none. */
export function plainPattern(regex: string): string {
  return regex.replaceAll(/\\([^A-Za-z0-9])/g, '$1')
}

function saysSecret(variable: DocumentVariable): boolean {
  const said = plainPattern(variable.regex)
  const whole = said.replace(/^\^/, '').replace(/\$$/, '')
  return variableSecrets([variable]).some(
    (secret) => secret === whole || (secret.length >= SHORTEST_SAID && said.includes(secret)),
  )
}

function maskValue(value: string): string {
  return isLiteral(value) ? MASK : value
}
