import type { ErrorBody } from '@waybill/api-contract'
import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import { AppError } from './app-error.ts'

const PATH_CHARACTERS = 200

/** Sentences of our own: a schema library's messages can quote what was sent. */
export function validationError(issues: readonly ZodFastifySchemaValidationError[]): AppError {
  return new AppError('InvalidRequest', { details: issues.slice(0, 20).map(toProblem) })
}

function toProblem({ instancePath, keyword }: ZodFastifySchemaValidationError): ErrorBody['details'][number] {
  const path = instancePath.split('/').filter(Boolean).join('.').slice(0, PATH_CHARACTERS)
  const where = path === '' ? 'The request' : `The field ${path}`
  return {
    code: 'InvalidValue',
    severity: 'error',
    group: 'values',
    path,
    params: {},
    message: `${where} ${saying(keyword)}`,
  }
}

function saying(keyword: string): string {
  switch (keyword) {
    case 'invalid_type':
      return 'is missing or of the wrong type.'
    case 'too_big':
      return 'is over its limit.'
    case 'too_small':
      return 'is shorter or smaller than allowed.'
    case 'unrecognized_keys':
      return 'has fields that are not known.'
    default:
      return 'does not have an allowed value.'
  }
}
