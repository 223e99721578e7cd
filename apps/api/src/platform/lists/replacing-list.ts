import { fieldsError } from '../errors/field-errors.ts'

/**
 * A list that replaces another. `null` is an empty list, as clients send it. An absent one is a client's mistake, and
 * would delete everything.
 * @throws AppError InvalidRequest
 */
export function replacingList<Item>(list: readonly Item[] | null | undefined, field: string): readonly Item[] {
  if (list === undefined) throw fieldsError([{ path: field, keyword: 'invalid_type' }])
  return list ?? []
}
