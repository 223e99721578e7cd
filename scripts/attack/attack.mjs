import { attackAddresses } from './addresses.mjs'
import { attackFiles } from './files.mjs'
import { attackMasks, attackTexts } from './masks.mjs'

/**
 * One row per set of vectors: how many were sent, how many of them never became a profile to export, and each wrong
 * answer.
 */
export async function attack(server, vectors) {
  const sets = [
    ['files to import', vectors.files, attackFiles],
    ['secrets that a schema declares', vectors.masking, attackMasks],
    ['secrets that nobody declared', vectors.texts, attackTexts],
    ['addresses of registries', vectors.addresses, attackAddresses],
  ]
  const rows = []
  for (const [what, cases, send] of sets) {
    if (cases.length === 0) continue
    const { failures, refused = 0 } = await send(server, cases, vectors)
    rows.push({ what, sent: cases.length, refused, failures })
  }
  return rows
}
