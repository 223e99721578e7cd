/** What is compared, as written in the address. */
export interface Pair {
  left: string
  right: string
  /** The project of a side if it differs from the page's; else empty. */
  leftProject: string
  rightProject: string
}

export type SideName = 'left' | 'right'

export function readPair(params: URLSearchParams): Pair {
  const textAt = (name: string) => params.get(name) ?? ''
  return {
    left: textAt('left'),
    right: textAt('right'),
    leftProject: textAt('leftProject'),
    rightProject: textAt('rightProject'),
  }
}

/** `?left=…&right=…`, without empty parts. */
export function pairSearch(pair: Pair): string {
  const said = Object.entries(pair).filter(([, value]) => value !== '')
  return `?${new URLSearchParams(said).toString()}`
}

export const swapped = ({ left, right, leftProject, rightProject }: Pair): Pair => ({
  left: right,
  right: left,
  leftProject: rightProject,
  rightProject: leftProject,
})

/** The pair with another profile on one side. */
export const withSide = (pair: Pair, side: SideName, chosen: { uid: string; project: string }): Pair =>
  side === 'left'
    ? { ...pair, left: chosen.uid, leftProject: chosen.project }
    : { ...pair, right: chosen.uid, rightProject: chosen.project }
