import type { z } from 'zod'
import { fieldsError } from '../../errors/field-errors.ts'
import { applyPatch, PatchFault, type PatchStep } from './json-patch.ts'

/**
 * Applies a JSON Patch to a document and parses the result by a schema.
 * @throws AppError InvalidRequest that names every wrong field of the result
 */
export function patchDocument<Schema extends z.ZodType>(
  schema: Schema,
  document: object,
  steps: readonly PatchStep[],
): z.output<Schema> {
  const patched = schema.safeParse(patch(document, steps))
  if (patched.success) return patched.data
  throw fieldsError(patched.error.issues.map(({ path, code }) => ({ path: path.join('.'), keyword: code })))
}

function patch(document: object, steps: readonly PatchStep[]): unknown {
  try {
    return applyPatch(document, steps)
  } catch (error) {
    if (!(error instanceof PatchFault)) throw error
    const path = error.path.split('/').filter(Boolean).join('.')
    throw fieldsError([{ path, keyword: 'impossible_step' }], error)
  }
}
