import type { MacroBody, VariableBody } from '@waybill/api-contract'

/** One sentence about a macro: its value here, or that it is not defined. */
export function resolveMacroReference(macros: readonly MacroBody[], name: string): string {
  const macro = macros.find((each) => each.name === name)
  return macro === undefined ? `Macro ${name} is not defined here.` : `Macro ${name} is “${macro.value}” here.`
}

/** One sentence about a variable, without a sensitive default. */
export function resolveVariableReference(variables: readonly VariableBody[], name: string): string {
  const variable = variables.find((each) => each.name === name)
  if (variable === undefined) return `The profile defines no variable ${name}.`
  if (variable.isSensitive) return `Variable ${name}: sensitive, not shown.`
  if (variable.defaultValue === '') return `Variable ${name} is asked for when a cluster is deployed.`
  return `Variable ${name} is “${variable.defaultValue}” unless set when a cluster is deployed.`
}
