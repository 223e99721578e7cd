import { VARIABLE_FORMATS, VARIABLE_INPUT_TYPES, type VariableInputType } from '@waybill/profile-format'

export const FORMATS = VARIABLE_FORMATS
export const INPUT_TYPES = VARIABLE_INPUT_TYPES

export const inputTypeNames: Readonly<Record<VariableInputType, string>> = {
  text: 'One line',
  multiline: 'Several lines',
  dropdown: 'One of several options',
}
