import { fillEmpty, type EmptyFill } from '@waybill/layer-text'
import { isAsWritten, kindsInPack, type PackGrounds } from '../plan/masks/declared-kinds.ts'

/**
 * Puts values where a text of a layer is still empty and keeps every other byte. As an import does, a number or a switch is written
 * as one where the pack has one at the place; `pack` is absent for manifests and where nobody knows it.
 */
export function fillEmptyValues(text: string, fills: readonly EmptyFill[], pack?: PackGrounds): string {
  const kindAt = pack && kindsInPack(pack)
  return fillEmpty(
    text,
    fills.map((fill) => ({ ...fill, as: isAsWritten(fill.value) ? kindAt?.(fill.path) : undefined })),
  )
}
