import type { TextRange } from '@waybill/layer-text'
import type { SecretReason } from '../../text-inspection.ts'
import type { Hit } from '../hit.ts'
import { findPasswordHashes } from './password-hashes.ts'
import { findPrivateKeys, isEncodedPrivateKey } from './private-keys.ts'
import { findTokens } from './tokens.ts'
import { findUrlSecrets } from './urls.ts'

const ENCODED = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{60,}={0,2}/g

/** Everything in a text that is a secret by its own form, whatever name it stands under. */
export function scanShapes(text: string): Hit[] {
  if (text.length < 8) return []
  return [
    ...certain(findPrivateKeys(text), 'private-key'),
    ...certain(encodedKeys(text), 'private-key'),
    ...certain(findPasswordHashes(text), 'password-hash'),
    ...certain(findTokens(text), 'token-pattern'),
    ...findUrlSecrets(text),
  ]
}

function encodedKeys(text: string): TextRange[] {
  if (text.length < 60) return []
  return [...text.matchAll(ENCODED)]
    .filter(([run]) => isEncodedPrivateKey(run))
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
}

function certain(ranges: readonly TextRange[], reason: SecretReason): Hit[] {
  return ranges.map(({ start, end }) => ({ start, end, reason, strength: 'certain' }))
}
