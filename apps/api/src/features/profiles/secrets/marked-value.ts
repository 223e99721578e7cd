import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import type { LayerText } from './layer-texts.ts'

const PURPOSE = 'secret-marks'

/** A place in a profile, with what was found there before any decision. */
export interface MarkedPlace extends LayerText {
  tenantUid: string
  path: string
}

/**
 * What a mark stores of the value that was marked as not secret: a keyed digest, so that values cannot be tried against
 * it.
 */
export function digestOfMarked({ deriveKeys }: Pick<Cipher, 'deriveKeys'>, place: MarkedPlace): string {
  return digestWith(deriveKeys(PURPOSE)[0], place).toString('hex')
}

/** Whether the value is still the one that was marked as not secret. Keys from before a rotation are tried too. */
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
