import type { SecretPlace } from './text-inspection.ts'
import { settlePlaces } from './places/settle-places.ts'

/** Replaces every place of a text with its mask and keeps all other bytes. Places may be in any order and overlap. */
export function maskText(text: string, secrets: readonly SecretPlace[]): string {
  let masked = ''
  let at = 0
  for (const place of settlePlaces(secrets)) {
    masked += text.slice(at, place.start) + place.replacement
    at = place.end
  }
  return masked + text.slice(at)
}
