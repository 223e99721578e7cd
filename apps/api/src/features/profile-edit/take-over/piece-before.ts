import { CipherError, type CipherPlace } from '../../../platform/keys/cipher.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { EditUse } from '../profile-edit-service.ts'
import type { Piece } from './piece.ts'

/** What a draft had in the place of what was taken over. */
export interface PieceBefore {
  piece: Piece
  /** Its place among the layers, or among the variables. */
  at: number
  /** Whether there was a draft at all. */
  hadDraft: boolean
  /** Of the profile as it was left: nothing is taken back from under what somebody changed since. */
  revision: string
  /** Who took it over, and alone takes it back. */
  userUid: string
}

/** Bound to its profile as what is stored of that is. */
const placeOf = (tenantUid: string, uid: string): CipherPlace => ({
  tenantUid,
  table: 'profiles',
  row: uid,
  column: 'taken_over',
})

/** Nobody but this server reads it: there may be secrets in it that its bearer does not see. */
export function sealPiece({ db, tools }: Pick<EditUse, 'db' | 'tools'>, uid: string, before: PieceBefore): string {
  return tools.cipher.encrypt(JSON.stringify(before), placeOf(db.$tenantUid, uid)).toString('base64url')
}

/** @throws AppError InvalidRequest where it is none, or one of another profile or person. */
export function openPiece({ db, caller, tools }: EditUse, uid: string, sealed: string): PieceBefore {
  const wrong = () => new AppError('InvalidRequest', { params: { field: 'undo' } })
  try {
    const text = tools.cipher.decrypt(Buffer.from(sealed, 'base64url'), placeOf(db.$tenantUid, uid))
    const before = JSON.parse(text) as PieceBefore
    if (before.userUid === caller.userUid) return before
  } catch (error) {
    if (!(error instanceof CipherError)) throw error
  }
  throw wrong()
}
