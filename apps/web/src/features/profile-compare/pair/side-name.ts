import type { ComparisonBody } from '@waybill/api-contract'
import { FILE } from './brought-file.ts'
import type { Pair } from './compared-pair.ts'

type Named = Pick<ComparisonBody['left'], 'name' | 'version'>

/** `edge-base 1.2.0` */
export const sideName = ({ name, version }: Named) => `${name} ${version}`

/** The names of both sides; a file often has the name and version of the profile beside it. */
export const sideNames = (sides: { left: Named; right: Named }, pair: Pick<Pair, 'right'>) => ({
  left: sideName(sides.left),
  right: pair.right === FILE ? `${sideName(sides.right)} (file)` : sideName(sides.right),
})
