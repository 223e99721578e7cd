import { hash } from 'node:crypto'
import type { TextInspection } from '@waybill/secret-finder'
import { LRUCache } from 'lru-cache'

/** Of texts and what was found in them together: those of a profile of 1,000 layers are 1.3 million. */
const MOST_CHARACTERS = 2 * 1024 * 1024
/** What one finding takes beside its path, as a text would. */
const CHARACTERS_OF_A_FINDING = 200

export interface TextGrounds {
  kind: 'values' | 'manifest'
  text: string
  /** Of what the pack says of the text, and of the rules. */
  groundsDigest: string
}

/** What an inspection is made of, as one key. */
export const keyOf = ({ kind, text, groundsDigest }: TextGrounds): string =>
  `${kind} ${groundsDigest} ${hash('sha256', text, 'base64')}`

/** Kept until its thread ends, so that a change of one layer of twenty does not inspect the texts of the others again. */
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

/** Below one long key every path repeats it: together they may be many times as long as their text. */
function charactersOf({ secrets, possible, masked, references }: TextInspection): number {
  const places = [...secrets, ...possible, ...masked]
  const paths = places.reduce((sum, { path }) => sum + path.length, 0)
  return paths + (places.length + references.length) * CHARACTERS_OF_A_FINDING
}
