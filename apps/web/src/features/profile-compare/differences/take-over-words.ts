import type { ComparisonBody } from '@waybill/api-contract'
import type { SideName } from '../pair/compared-pair.ts'
import type { Part } from '../parts/compared-parts.ts'

/** `nginx is added to the draft of web 1.1.0, as web 1.0.0 has it.` */
export function takeOverSentence({ name, marks }: Part, comparison: ComparisonBody, into: SideName): string {
  const target = comparison[into]
  const source = comparison[into === 'left' ? 'right' : 'left']
  const draft = `the draft of ${target.name} ${target.version}`
  const sourceName = `${source.name} ${source.version}`
  const onlyIn = marks.includes('added') ? 'right' : marks.includes('removed') ? 'left' : null
  if (onlyIn === into) return `${name} is removed from ${draft}, as ${sourceName} lacks it.`
  return onlyIn === null
    ? `${name} is replaced in ${draft} by what ${sourceName} has.`
    : `${name} is added to ${draft}, as ${sourceName} has it.`
}

type Named = Pick<ComparisonBody['left'], 'name' | 'version'>

/** What distinguishes one side from the other: its version, or else its name, or else its scope. */
export function targetWords(sides: Readonly<Record<SideName, Named>>, into: SideName): string {
  const { left, right } = sides
  const { name, version } = sides[into]
  if (left.name !== right.name) return `${name} ${version}`
  return left.version === right.version ? `${version} on the ${into}` : version
}
