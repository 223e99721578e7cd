import type { DocumentVariable } from '../document/document.ts'
import { MASK } from '@waybill/layer-text'
import { isLiteral } from '@waybill/secret-finder'

/** The variable as it may leave: a sensitive one with masks for its default and its options. */
export function maskVariable(variable: DocumentVariable): DocumentVariable {
  if (!variable.isSensitive) return variable
  return {
    ...variable,
    defaultValue: maskValue(variable.defaultValue),
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

function maskValue(value: string): string {
  return isLiteral(value) ? MASK : value
}
