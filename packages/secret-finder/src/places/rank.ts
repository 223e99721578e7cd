import type { SecretSource, Strength } from '../text-inspection.ts'

const SOURCES: Record<SecretSource, number> = { suspected: 0, 'secret-manifest': 1, declared: 2 }
const STRENGTHS: Record<Strength, number> = { possible: 0, likely: 1, certain: 2 }

/** The stronger of two sources. */
export function stronger(one: SecretSource, other: SecretSource | undefined): SecretSource {
  return other !== undefined && SOURCES[other] > SOURCES[one] ? other : one
}

/** The greater of two strengths. */
export function surer(one: Strength, other: Strength): Strength {
  return STRENGTHS[other] > STRENGTHS[one] ? other : one
}
