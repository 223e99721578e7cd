import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import type { LayerText } from './layer-texts.ts'

const PURPOSE = 'secret-marks'

/** A place of a profile with what was found there, before anybody decided. */
export interface MarkedPlace extends LayerText {
  tenantUid: string
  path: string
}

/** What a mark remembers of the value that was called harmless: with a key, so that nobody can try values out on it. */
export function digestOfMarked({ deriveKeys }: Pick<Cipher, 'deriveKeys'>, place: MarkedPlace): string {
  return digestWith(deriveKeys(PURPOSE)[0], place).toString('hex')
}

/** Whether the value that was called harmless still stands there. Keys of before a rotation count too. */
export function isStillMarked(
  { deriveKeys }: Pick<Cipher, 'deriveKeys'>,
  place: MarkedPlace,
  digest: string | null,
): boolean {
  const said = Buffer.from(digest ?? '', 'hex')
  return deriveKeys(PURPOSE).some((key) => {
    const now = digestWith(key, place)
    return said.length === now.length && timingSafeEqual(said, now)
  })
}

function digestWith(key: Buffer, { tenantUid, layerName, manifest, path, text, inspection }: MarkedPlace): Buffer {
  const found = inspection.secrets.filter((place) => place.path === path)
  const values = found.map(({ start, end }) => text.slice(start, end))
  return createHmac('sha256', key)
    .update(JSON.stringify([tenantUid, layerName, manifest, path, ...values]))
    .digest()
}
