import type { DocumentVariable, EmptyValue } from '@waybill/profile-format'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { EditedLayer, EditedProfile } from '../edited-profile.ts'

export interface PieceName {
  kind: 'layer' | 'variable'
  name: string
}

/** A layer or variable of a profile; absent if the profile has none of that name. */
export type Piece = PieceName & {
  layer?: EditedLayer | undefined
  variable?: DocumentVariable | undefined
  /** The layer's values that may still be empty since its import. */
  emptyValues: readonly EmptyValue[]
}

/** The parts of a profile in which a piece is looked up. */
type Pieces = Pick<EditedProfile, 'layers' | 'variables' | 'emptyValues'>

export function pieceIn({ layers, variables, emptyValues }: Pieces, { kind, name }: PieceName): Piece {
  return kind === 'layer'
    ? {
        kind,
        name,
        layer: layers.find((layer) => layer.name === name),
        emptyValues: emptyValues.filter(({ layerName }) => layerName === name),
      }
    : { kind, name, variable: variables.find((variable) => variable.name === name), emptyValues: [] }
}

/** Where to insert a layer that the profile does not have yet. */
type PlaceOf = (layers: readonly EditedLayer[]) => number

/**
 * Gives the profile the piece as it is, or removes it if the piece is absent.
 * @throws AppError ResourceNotFound if neither has it
 */
export function withPiece(current: EditedProfile, piece: Piece, placeOf: PlaceOf): EditedProfile {
  const { kind, name, layer, variable } = piece
  if (kind === 'variable') {
    return { ...current, variables: exchanged(current.variables, { name, given: variable, at: Infinity }) }
  }
  const own = current.layers.find((each) => each.name === name)
  const given = layer && withUidsOf(own, layer)
  return {
    ...current,
    layers: exchanged(current.layers, { name, given, at: placeOf(current.layers) }),
    emptyValues: [...current.emptyValues.filter(({ layerName }) => layerName !== name), ...piece.emptyValues],
  }
}

interface Exchange<T> {
  name: string
  given: T | undefined
  at: number
}

function exchanged<T extends { name: string }>(items: readonly T[], { name, given, at }: Exchange<T>): T[] {
  const index = items.findIndex((item) => item.name === name)
  if (index === -1 && given === undefined) throw new AppError('ResourceNotFound')
  if (given === undefined) return items.toSpliced(index, 1)
  return index === -1 ? items.toSpliced(at, 0, given) : items.with(index, given)
}

function withUidsOf(own: EditedLayer | undefined, given: EditedLayer): EditedLayer {
  const uids = new Map(own?.manifests.map((manifest) => [manifest.name, manifest.uid]))
  const manifests = given.manifests.map((manifest) => ({ ...manifest, uid: uids.get(manifest.name) ?? '' }))
  return { ...given, uid: own?.uid ?? '', manifests }
}
