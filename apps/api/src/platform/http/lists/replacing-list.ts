import { AppError } from '../errors/app-error.ts'

/**
 * A list that takes the place of another. `null` is an empty one, which clients send (clients.md rule 13); where there is none,
 * something went wrong on the way, and all would be deleted.
 *
 * @throws AppError BadRequest
 */
export function replacingList<Item>(list: readonly Item[] | null | undefined, field: string): readonly Item[] {
  if (list === undefined) throw new AppError('BadRequest', { params: { missing: field } })
  return list ?? []
}
