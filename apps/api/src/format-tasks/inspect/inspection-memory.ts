import { hash } from 'node:crypto'
import type { TextInspection } from '@waybill/secret-finder'
import { LRUCache } from 'lru-cache'

/** Of texts and their findings together: a profile of 1,000 layers has 1.3 million. */
const MOST_CHARACTERS = 2 * 1024 * 1024
/** What one finding takes besides its path, in characters of text. */
const CHARACTERS_OF_A_FINDING = 200

export interface TextGrounds {
  kind: 'values' | 'manifest'
  text: string
  /** Of the pack's declarations about the text, and of the rules. */
  groundsDigest: string
}

/** Everything that determines an inspection, as one key. */
export const keyOf = ({ kind, text, groundsDigest }: TextGrounds): string =>
  `${kind} ${groundsDigest} ${hash('sha256', text, 'base64')}`

/** Kept until its thread ends, so that changing one layer of twenty does not inspect the texts of the others again. */
export function createInspectionMemory() {
  const made = new LRUCache<string, TextInspection>({ maxSize: MOST_CHARACTERS })
  return {
    recall: (key: string): TextInspection | undefined => made.get(key),
    keep(key: string, text: string, inspection: TextInspection): TextInspection {
      made.set(key, inspection, { size: 1 + text.length + charactersOf(inspection) })
      return inspection
    },
  }
}

/** Below a long key, every path repeats it: all paths together may be many times as long as the text. */
function charactersOf({ secrets, possible, masked, references }: TextInspection): number {
  const places = [...secrets, ...possible, ...masked]
  const paths = places.reduce((sum, { path }) => sum + path.length, 0)
  return paths + (places.length + references.length) * CHARACTERS_OF_A_FINDING
}
