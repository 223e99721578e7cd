import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { MASK } from '@waybill/layer-text'
import { type DraftVariable, readVariable } from './variable-texts.ts'

const FLAGS = { required: 'required', immutable: 'read-only', hidden: 'hidden', isSensitive: 'sensitive' } as const

/** A variable in words, one line per field that is set; for a sensitive default, only whether there is one. */
export function variableWords(text: string | undefined): string {
  if (text === undefined) return ''
  const variable = readVariable(text)
  const { name, displayName, description, options, regex } = variable
  const flags = flagsOf(variable)
  return [
    `name: ${name}`,
    ...(displayName === '' || displayName === name ? [] : [`display name: ${displayName}`]),
    ...(description === '' ? [] : [`description: ${description}`]),
    `format: ${variable.format}`,
    ...(variable.inputType === EMPTY_VARIABLE.inputType ? [] : [`input: ${variable.inputType}`]),
    ...options.map((option) => `option: ${option.value}${option.default ? ' (default)' : ''}`),
    ...defaultLine(variable),
    ...(regex === '' ? [] : [`pattern: ${regex}`]),
    ...(flags.length === 0 ? [] : [`rules: ${flags.join(', ')}`]),
  ].join('\n')
}

export const flagsOf = (variable: DraftVariable): string[] =>
  Object.entries(FLAGS).flatMap(([field, word]) => (variable[field as keyof typeof FLAGS] ? [word] : []))

function defaultLine({ defaultValue, isSensitive }: DraftVariable): string[] {
  if (defaultValue === '') return []
  if (!isSensitive) return [`default: ${defaultValue}`]
  return [defaultValue === MASK ? 'default: as stored, not shown' : 'default: another one, not shown']
}
