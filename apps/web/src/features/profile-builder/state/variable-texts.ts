import type { VariableBody } from '@waybill/api-contract'
import { EMPTY_VARIABLE, type DocumentVariable } from '@waybill/profile-format'
import type { Texts } from './texts.ts'

/** A variable being edited; one text holds all its fields. */
export type DraftVariable = DocumentVariable

const PREFIX = 'variable '
export const variableKey = (name: string) => `${PREFIX}${name}`
export const isVariableKey = (key: string) => key.startsWith(PREFIX)

export const textOfVariable = (variable: VariableBody | DraftVariable): string =>
  JSON.stringify({ ...EMPTY_VARIABLE, ...variable })

export const variableTexts = (variables: readonly VariableBody[]): Texts =>
  Object.fromEntries(variables.map((variable) => [variableKey(variable.name), textOfVariable(variable)]))

export const readVariable = (text: string): DraftVariable => JSON.parse(text) as DraftVariable

/** In the profile's order. */
export const variablesIn = (texts: Texts): DraftVariable[] =>
  Object.entries(texts).flatMap(([key, text]) => (isVariableKey(key) ? [readVariable(text)] : []))

/** Replaces the variable named `before`, or else appends the variable. */
export function putVariable(texts: Texts, variable: DraftVariable, before: string | null): Texts {
  const [key, text] = [variableKey(variable.name), textOfVariable(variable)]
  if (before === null || !(variableKey(before) in texts)) return { ...texts, [key]: text }
  return Object.fromEntries(
    Object.entries(texts).map((entry) => (entry[0] === variableKey(before) ? [key, text] : entry)),
  )
}

export function removeVariable(texts: Texts, name: string): Texts {
  const { [variableKey(name)]: _gone, ...left } = texts
  return left
}
