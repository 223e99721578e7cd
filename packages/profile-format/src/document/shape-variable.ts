import { VARIABLE_FORMATS, VARIABLE_INPUT_TYPES, type DocumentVariable, type VariableOption } from './document.ts'
import { openFields, readChoice, readFlag, readItems, type Fields, type Shape } from './shape-fields.ts'
import { readBlob, readLine, readName, readPattern, readProse } from './shape-text.ts'
import type { TreeNode } from '../read/tree.ts'
import type { TreePath } from '../read/tree-path.ts'

const VARIABLE_FIELDS = [
  'name',
  'displayName',
  'description',
  'format',
  'inputType',
  'options',
  'defaultValue',
  'regex',
  'required',
  'hidden',
  'immutable',
  'isSensitive',
]

/** Reads one profile variable. Absent fields get Palette's defaults: format `string`, input type `text`. */
export function readVariable(shape: Shape, node: TreeNode, path: TreePath): DocumentVariable {
  const fields = openFields(shape, { node, path }, VARIABLE_FIELDS)
  return {
    name: readName(fields, 'name'),
    displayName: readLine(fields, 'displayName') ?? '',
    description: readProse(fields, 'description'),
    format: readChoice(fields, 'format', { choices: VARIABLE_FORMATS, code: 'InvalidValue' }) ?? 'string',
    inputType: readChoice(fields, 'inputType', { choices: VARIABLE_INPUT_TYPES, code: 'InvalidValue' }) ?? 'text',
    options: readOptions(fields),
    defaultValue: readBlob(fields, 'defaultValue') ?? '',
    regex: readPattern(fields, 'regex'),
    required: readFlag(fields, 'required') ?? false,
    hidden: readFlag(fields, 'hidden') ?? false,
    immutable: readFlag(fields, 'immutable') ?? false,
    isSensitive: readFlag(fields, 'isSensitive') ?? false,
  }
}

function readOptions(variable: Fields): VariableOption[] {
  return readItems(variable, 'options', 'variableOptions').map((node, index) => {
    const known = ['value', 'label', 'description', 'default']
    const fields = openFields(variable.shape, { node, path: [...variable.path, 'options', index] }, known)
    return {
      value: readBlob(fields, 'value') ?? '',
      label: readLine(fields, 'label') ?? '',
      description: readProse(fields, 'description'),
      default: readFlag(fields, 'default') ?? false,
    }
  })
}
