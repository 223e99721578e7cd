import type { ErrorBody } from '@waybill/api-contract'
import { AppError } from './app-error.ts'

const PATH_CHARACTERS = 200

/** A wrong field of a request, and what a schema library calls the fault. */
interface FieldFault {
  /** With dots, such as spec.permissions.3; empty for the whole request. */
  path: string
  keyword: string
  /** Names of unknown fields. */
  names?: readonly string[] | undefined
}

/** The refusal that names every wrong field, in our own sentences: a schema library's may quote what was sent. */
export const fieldsError = (faults: readonly FieldFault[], cause?: unknown): AppError =>
  new AppError('InvalidRequest', { details: faults.slice(0, 20).map(toProblem), cause })

/** A field without an allowed value, for a refusal with a code of its own. */
export const fieldProblem = (path: string) => toProblem({ path, keyword: 'invalid_value' })

function toProblem(fault: FieldFault): ErrorBody['details'][number] {
  const path = fault.path.slice(0, PATH_CHARACTERS)
  const where = path === '' ? 'The request' : `The field ${path}`
  return {
    code: 'InvalidValue',
    severity: 'error',
    group: 'values',
    path,
    params: {},
    message: `${where} ${saying(fault)}`,
  }
}

/** Anything else may be a value that was sent as a key. */
const NAME = /^[\w.-]{1,64}$/
const MAXIMUM_NAMES = 5

function listed(names: readonly string[] = []): string {
  const said = names.filter((name) => NAME.test(name)).slice(0, MAXIMUM_NAMES)
  return said.length === 0 ? '' : `: ${new Intl.ListFormat('en-GB').format(said)}`
}

function saying({ keyword, names }: FieldFault): string {
  switch (keyword) {
    case 'invalid_type':
      return 'is missing or of the wrong type.'
    case 'too_big':
      return 'is over its limit.'
    case 'too_small':
      return 'is shorter or smaller than allowed.'
    case 'unrecognized_keys':
      return `has fields that are not known${listed(names)}.`
    case 'layers_elsewhere':
      return 'is not where layers belong, and there are none in spec.template.packs. Send type, cloudType and packs in spec.template.'
    case 'unseen':
      return 'is blank or contains invisible characters. Type it again.'
    case 'mixed_scripts':
      return 'mixes letters of different scripts in one word, so that it could be taken for another name. Write each word in one script.'
    case 'impossible_step':
      return 'is where a step of the patch cannot be taken.'
    default:
      return 'does not have an allowed value.'
  }
}
