import type { SecretPlace } from './text-inspection.ts'
import { settlePlaces } from './places/settle-places.ts'

/** The text with every place replaced; all other bytes stay. Places may come in any order and overlap. */
export function maskText(text: string, secrets: readonly SecretPlace[]): string {
  let masked = ''
  let at = 0
  for (const place of settlePlaces(secrets)) {
    masked += text.slice(at, place.start) + place.replacement
    at = place.end
  }
  return masked + text.slice(at)
}
