import { CipherError, type CipherPlace } from '../../../platform/keys/cipher.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { EditUse } from '../profile-edit-service.ts'
import type { Piece } from './piece.ts'

/** What the draft had before the take-over. */
export interface PieceBefore {
  piece: Piece
  /** Its position among the layers, or among the variables. */
  at: number
  /** Whether the profile had a draft at all. */
  hadDraft: boolean
  /** The profile's revision after the take-over: it cannot be undone once somebody has changed the profile again. */
  revision: string
  /** Who took it over; only they can undo it. */
  userUid: string
}

/** Bound to its profile, like the profile's stored texts. */
const placeOf = (tenantUid: string, uid: string): CipherPlace => ({
  tenantUid,
  table: 'profiles',
  row: uid,
  column: 'taken_over',
})

/** Encrypted for this server only: it may contain secrets that its bearer may not see. */
export function sealPiece({ db, tools }: EditUse, uid: string, before: PieceBefore): string {
  return tools.cipher.encrypt(JSON.stringify(before), placeOf(db.$tenantUid, uid)).toString('base64url')
}

/** @throws AppError InvalidRequest if it is not valid, or belongs to another profile or user */
export function openPiece({ db, caller, tools }: EditUse, uid: string, sealed: string): PieceBefore {
  try {
    const text = tools.cipher.decrypt(Buffer.from(sealed, 'base64url'), placeOf(db.$tenantUid, uid))
    const before = JSON.parse(text) as PieceBefore
    if (before.userUid === caller.userUid) return before
  } catch (error) {
    if (!(error instanceof CipherError)) throw error
  }
  throw new AppError('InvalidRequest', { params: { field: 'undo' } })
}
