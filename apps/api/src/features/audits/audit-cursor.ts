import { AppError } from '../../platform/errors/app-error.ts'

/** Where a page ends: reading continues there, however many events were added since. */
export interface AuditCursor {
  at: Date
  uid: string
}

export const writeCursor = ({ at, uid }: AuditCursor): string => `${at.getTime()}_${uid}`

/** @throws AppError BadRequest for an invalid cursor */
export function readCursor(text: string): AuditCursor {
  const [, at, uid = ''] = /^(\d{1,15})_([0-9a-f]{24})$/.exec(text) ?? []
  if (at === undefined) throw new AppError('BadRequest')
  return { at: new Date(Number(at)), uid }
}
