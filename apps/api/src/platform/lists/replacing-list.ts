import { fieldsError } from '../errors/field-errors.ts'

/**
 * A list that takes the place of another. `null` is an empty one, which clients send; where there is none,
 * something went wrong on the way, and all would be deleted.
 *
 * @throws AppError InvalidRequest
 */
export function replacingList<Item>(list: readonly Item[] | null | undefined, field: string): readonly Item[] {
  if (list === undefined) throw fieldsError([{ path: field, keyword: 'invalid_type' }])
  return list ?? []
}
