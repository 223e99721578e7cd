import type { ComparisonBody } from '@waybill/api-contract'
import type { SideName } from '../pair/compared-pair.ts'

type Named = Pick<ComparisonBody['left'], 'name' | 'version'>

/** What tells one side from the other: the version of one profile, else its name too, else where it stands. */
export function targetWords(sides: Readonly<Record<SideName, Named>>, into: SideName): string {
  const { left, right } = sides
  const { name, version } = sides[into]
  if (left.name !== right.name) return `${name} ${version}`
  return left.version === right.version ? `${version} on the ${into}` : version
}
