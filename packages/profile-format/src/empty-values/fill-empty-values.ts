import { fillEmpty, type EmptyFill } from '@waybill/layer-text'
import { isAsWritten, kindsInPack, type PackGrounds } from '../plan/masks/declared-kinds.ts'

/**
 * Fills the places of a text that an import left empty and keeps every other byte. As in an import, the value is
 * written as a number or boolean when the pack has one at that place; `pack` is absent for manifests and when the pack
 * is unknown.
 */
export function fillEmptyValues(text: string, fills: readonly EmptyFill[], pack?: PackGrounds): string {
  const kindAt = pack && kindsInPack(pack)
  return fillEmpty(
    text,
    fills.map((fill) => ({ ...fill, as: isAsWritten(fill.value) ? kindAt?.(fill.path) : undefined })),
  )
}
