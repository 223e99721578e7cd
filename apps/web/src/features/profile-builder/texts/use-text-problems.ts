import { useEffect, useState } from 'react'
import { useBuilder } from '../state/builder-store.ts'
import { placesOfLayers, type TextPlace } from '../state/text-places.ts'
import type { TextProblem } from './text-problems.ts'

export interface PlacedProblem extends TextProblem {
  place: TextPlace
}

/** What refuses to be saved. */
export const errorsOf = (problems: readonly PlacedProblem[]) => problems.filter(({ severity }) => severity === 'error')

const TYPING_PAUSE_MS = 250

/** The problems of all changed texts, found while they are typed. */
export function useTextProblems(): readonly PlacedProblem[] {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([])
  useEffect(() => {
    let isWanted = true
    const check = async () => {
      const { textProblems } = await import('./text-problems.ts')
      const found = placesOfLayers(texts)
        .filter(({ key }) => texts[key] !== base[key])
        .flatMap((place) =>
          textProblems(texts[place.key] ?? '', base[place.key] ?? '').map((problem) => ({ ...problem, place })),
        )
      if (isWanted) setProblems(found)
    }
    const timer = setTimeout(() => void check(), TYPING_PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [base, texts])
  return problems
}
