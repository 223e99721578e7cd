import { useCallback, useState } from 'react'
import type { MarkPlace } from '../../../shared/secrets/use-secret-marks.ts'
import type { PlacePick } from '../../../shared/ui/yaml/codemirror/marks/place-picks.ts'
import { type Finding, markPlace } from '../findings/finding.ts'
import { findingAt } from './found-in-file.ts'
import { scalarAt } from './scalar-in-file.ts'
import type { ShownPreview } from './use-export-preview.ts'

/** The selected value; decisions about it may add or remove its finding. */
export interface Chosen {
  id: string | null
  place: MarkPlace
}

/** The value selected in the file by position, or in the list by finding. */
export function useChosenPlace({ preview }: ShownPreview) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [jump, setJump] = useState<{ offset: number } | null>(null)
  const choose = useCallback((finding: Finding) => {
    setChosen({ id: finding.id, place: markPlace(finding) })
    if (finding.range !== undefined) setJump({ offset: finding.range.start })
  }, [])
  const pick = (place: PlacePick) => {
    const finding = findingAt(preview, place)
    const scalar = scalarAt(preview, place)
    if (finding) setChosen({ id: finding.id, place: markPlace(finding) })
    else setChosen(scalar ? { id: null, place: markPlace(scalar) } : null)
  }
  return { chosen, jump, choose, pick }
}
