import type { ExportPreviewBody } from '@waybill/api-contract'
import { useMemo } from 'react'
import { PlaceBar, type PlaceAction } from '../../../shared/secrets/place-bar.tsx'
import { FileView } from '../../../shared/ui/yaml/file-view.tsx'
import type { PlacePick } from '../../../shared/ui/yaml/codemirror/marks/place-picks.ts'
import { foundRangesOf } from './found-in-file.ts'
import { formatQuery } from './export-format.ts'
import type { ShownPreview } from './use-export-preview.ts'

/** The selected value. */
export interface ChosenPlace {
  name: string
  note: string
  range: { start: number; end: number } | undefined
  actions: readonly PlaceAction[]
}

interface FilePaneProps {
  shown: ShownPreview
  maskedIds: ReadonlySet<string>
  unmask: ReadonlySet<string>
  chosen: ChosenPlace | null
  jump: { offset: number } | null
  onPick: (pick: PlacePick) => void
}

/** A preview of the file, with its findings in colour and the actions on the selected value. */
export function FilePane({ shown, maskedIds, unmask, chosen, jump, onPick }: FilePaneProps) {
  const { preview, format } = shown
  const { format: language } = formatQuery(format)
  const found = useMemo(() => foundRangesOf(preview.findings, maskedIds, unmask), [preview.findings, maskedIds, unmask])
  const range = chosen?.range
  const content = useMemo(() => {
    const isRange = (each: { start: number; end: number }) => each.start === range?.start && each.end === range.end
    return { text: preview.file, found, chosen: found.find(isRange) ?? null }
  }, [preview.file, found, range])
  return (
    <>
      <FileView
        content={content}
        label="Preview of the file"
        language={language}
        jump={jump}
        maxHeight="var(--wb-export-height)"
        onPick={onPick}
      />
      <PlaceBar
        name={chosen?.name ?? null}
        note={chosen?.note}
        hint={hintOf(preview)}
        actions={chosen?.actions ?? []}
      />
    </>
  )
}

function hintOf({ mayUnmask, scalars, findings }: ExportPreviewBody): string {
  if (mayUnmask && scalars.length > 0) return 'Select a value to mark it as secret.'
  if (mayUnmask && findings.length > 0)
    return 'In a file of this size, other values are marked on the page of the profile.'
  return 'Select a masked value to see why it is masked.'
}
