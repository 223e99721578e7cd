import type { z } from 'zod'
import { fieldsError } from '../../errors/field-errors.ts'
import { applyPatch, PatchFault, type PatchStep } from './json-patch.ts'

/**
 * What a JSON Patch makes of a document, read by the schema of what it may leave.
 *
 * @throws AppError InvalidRequest that names every place that is wrong then.
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
