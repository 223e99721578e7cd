import type { TextRange } from '@waybill/layer-text'
import type { SecretReason } from '../../text-inspection.ts'
import type { Hit } from '../hit.ts'
import { characterRuns, type CharacterRun } from './character-runs.ts'
import { findPasswordHashes } from './password-hashes.ts'
import { findPrivateKeys, isEncodedPrivateKey } from './private-keys.ts'
import { findTokens } from './tokens.ts'
import { findUrlSecrets } from './urls.ts'

const SHORTEST_KEY = 60
/**
 * Uses a plain star, because V8 keeps every step of a counted repetition on its stack, which a few megabytes would
 * overflow.
 */
const ENCODED = /[A-Za-z0-9+/]{60}[A-Za-z0-9+/]*={0,2}/g

/** Finds everything in a text that is a secret by its own form, whatever its name. */
export function scanShapes(text: string, runs: readonly CharacterRun[] = characterRuns(text)): Hit[] {
  if (text.length < 8) return []
  return [
    ...certain(findPrivateKeys(text), 'private-key'),
    ...certain(encodedKeys(text, runs), 'private-key'),
    ...certain(findPasswordHashes(text), 'password-hash'),
    ...certain(findTokens(text, runs), 'token-pattern'),
    ...findUrlSecrets(text),
  ]
}

function encodedKeys(text: string, runs: readonly CharacterRun[]): TextRange[] {
  return runs
    .filter(([start, end]) => end - start >= SHORTEST_KEY)
    .flatMap(([start, end]) =>
      [...text.slice(start, end).matchAll(ENCODED)]
        .filter(([run]) => isEncodedPrivateKey(run))
        .map((found) => ({ start: start + found.index, end: start + found.index + found[0].length })),
    )
}

function certain(ranges: readonly TextRange[], reason: SecretReason): Hit[] {
  return ranges.map(({ start, end }) => ({ start, end, reason, strength: 'certain' }))
}
