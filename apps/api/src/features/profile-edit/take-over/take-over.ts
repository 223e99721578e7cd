import { isDeepStrictEqual } from 'node:util'
import type { Caller } from '../../../platform/access/caller.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import {
  copyMarks,
  dropDraft,
  layersOf,
  lockProfile,
  mainStage,
  maskProfile,
  mayUnmask,
  openProfile,
  requireView,
  type StoredProfile,
} from '../../profiles/index.ts'
import { editedLayer, type EditedLayer, type EditedProfile } from '../edited-profile.ts'
import type { OpenedProfile } from '../open-profile.ts'
import type { Edited } from '../edit-audit.ts'
import { editProfile, type EditUse } from '../profile-edit-service.ts'
import { type Piece, pieceIn, type PieceName, withPiece } from './piece.ts'
import { openPiece, sealPiece } from './piece-before.ts'

interface Target {
  uid: string
  /** The revision that the comparison was made from. */
  revision: string | undefined
}

interface TakeOver extends PieceName {
  from: string
  /** The same user in the other profile's scope, which may be another project. */
  giver: Caller
}

/** Includes the token that undoes the change. */
export interface TakenOver extends Edited {
  undo: string
}

/**
 * Gives the draft one layer or variable as another profile has it, as shown in a comparison. Callers who see masks in
 * it are refused, since they could read the masked values in their own profile. Marks of what is secret are copied with
 * it.
 * @throws AppError ResourceNotFound, Forbidden, and what `editProfile` throws
 */
export async function takeOver(use: EditUse, { uid, revision, ...wanted }: TakeOver & Target): Promise<TakenOver> {
  const { source, piece } = await findPiece(use, wanted)
  const from = { scopeUid: source.scopeUid, name: source.name }
  const order = layersIn(source).map(({ name }) => name)
  return putPiece(use, {
    uid,
    revision,
    piece,
    placeOf: (layers) => placeIn(layers, order, wanted.name),
    afterwards: async (tx, { scope, draft }) => {
      const to = { scope: scope.kind, scopeUid: scope.uid, name: draft.name }
      if (wanted.kind === 'layer') await copyMarks(tx, { from, to, verdicts: 'secret', layerName: wanted.name })
    },
  })
}

/**
 * Puts back what was there before the take-over. Marks of what is secret stay.
 * @throws AppError InvalidRequest, ProfileChanged if the profile was changed since, and what `editProfile` throws
 */
export async function takeBack(use: EditUse, { uid, undo }: { uid: string; undo: string }): Promise<TakenOver> {
  const { piece, at, hadDraft, revision } = openPiece(use, uid, undo)
  return putPiece(use, {
    uid,
    revision,
    piece,
    placeOf: () => at,
    afterwards: async (tx, { isPublished }) => {
      if (isPublished && !hadDraft) await dropDraft(tx, uid)
    },
  })
}

interface Putting extends Target {
  piece: Piece
  placeOf: (layers: readonly EditedLayer[]) => number
  afterwards: (tx: TenantClient, opened: OpenedProfile) => Promise<void>
}

async function putPiece(use: EditUse, { uid, revision, piece, placeOf, afterwards }: Putting): Promise<TakenOver> {
  let undo = ''
  const edited = await editProfile(use, {
    uid,
    revision,
    edit: (current) => withPiece(current, piece, placeOf),
    afterwards: async (tx, opened) => {
      await afterwards(tx, opened)
      const before = { ...pieceBefore(opened, piece), revision: (await lockProfile(tx, uid)) ?? '' }
      undo = sealPiece(use, uid, { ...before, userUid: use.caller.userUid })
    },
  })
  return { ...edited, undo }
}

function pieceBefore({ draft, hasDraft }: OpenedProfile, { kind, name }: PieceName) {
  const items: readonly { name: string }[] = kind === 'layer' ? draft.layers : draft.variables
  const at = items.findIndex((item) => item.name === name)
  return { piece: pieceIn(draft, { kind, name }), at: at === -1 ? items.length : at, hadDraft: hasDraft }
}

async function findPiece(use: EditUse, { giver, from, ...wanted }: TakeOver) {
  requireView(giver)
  const source = await openProfile({ ...use, caller: giver }, from)
  const piece = pieceIn(shownIn(source), wanted)
  const isMasked = !isDeepStrictEqual(piece, pieceIn(shownIn(maskProfile(source)), wanted))
  if (isMasked && !mayUnmask(giver, source)) {
    throw new AppError('Forbidden', { params: { permission: 'clusterProfile.update', profile: from } })
  }
  return { source, piece }
}

const layersIn = (profile: StoredProfile) => layersOf(profile, mainStage(profile)).map(editedLayer)
/** As comparisons show it. */
const shownIn = (profile: StoredProfile): Pick<EditedProfile, 'layers' | 'variables' | 'emptyValues'> => ({
  layers: layersIn(profile),
  variables: profile.variables,
  emptyValues: profile.emptyValues,
})

/** Right after the nearest layer below it that both profiles have, so that the order matches the source. */
function placeIn(layers: readonly EditedLayer[], order: readonly string[], name: string): number {
  const below = order.slice(0, order.indexOf(name))
  return layers.findLastIndex((layer) => below.includes(layer.name)) + 1
}
