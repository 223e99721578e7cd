import { MASK, treeOf, type TextRange } from '@waybill/layer-text'
import { createCopySearch, findCopies, maskText, type SecretPlace } from '@waybill/secret-finder'
import type { ProfileDocument } from '../../document/document.ts'
import { createFileLocator } from '../../read/locate-in-file.ts'
import { documentTexts } from '../../document/document-texts.ts'
import type { MaskJudge, MaskRequest } from '../mask-document.ts'
import { proseSecrets } from '../mask-prose.ts'
import { pathInFile } from './path-in-file.ts'

/** A masked document, written as a file. */
export interface WrittenFile {
  file: string
  format: 'json' | 'yaml'
  safe: ProfileDocument
  /** The values that are masked in it. */
  secrets: readonly string[]
  isMasked: MaskJudge
}

/** The range of each finding in the file, masked or not, by its id. */
export function findingRanges(request: MaskRequest, written: WrittenFile): Map<string, TextRange> {
  const locate = createFileLocator(written.file, written.format)
  const places = [...rangesInTexts(request, written), ...fieldsMasked(request, written.safe)]
  const found = places.flatMap(({ id, fieldId, range }): [string, TextRange][] => {
    const path = pathInFile(fieldId)
    const start = locate({ path, offset: range.start })
    const end = locate({ path, offset: range.end })
    return start === undefined || end === undefined ? [] : [[id, { start, end }]]
  })
  return new Map(found)
}

/** A range in one text or field of a document. */
interface PlaceOfField {
  id: string
  fieldId: string
  range: TextRange
}

function rangesInTexts(request: MaskRequest, { safe, secrets, isMasked }: WrittenFile): PlaceOfField[] {
  const copies = createCopySearch(new Map(secrets.map((secret) => [secret, 'declared' as const])))
  const finals = new Map(documentTexts(safe).map(({ id, text }) => [id, text]))
  return documentTexts(request.document).flatMap(({ id: textId, text }) => {
    const { secrets: found = [], possible = [] } = request.inspections.get(textId) ?? {}
    const masked = found.filter((place) => isMasked({ id: `${textId}#${place.path}`, text, place }))
    const once = maskText(text, masked)
    const tree = once === finals.get(textId) ? undefined : treeOf(once)
    const again = tree ? findCopies(tree, copies) : []
    return [...found, ...possible].map((place) => ({
      id: `${textId}#${place.path}`,
      fieldId: textId,
      range: afterMasks(again, afterMasks(masked, place)),
    }))
  })
}

/** The range after the places are masked; a range inside a masked place becomes the range of its mask. */
function afterMasks(places: readonly SecretPlace[], { start, end }: TextRange): TextRange {
  let shift = 0
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    if (place.end <= start) shift += place.replacement.length - (place.end - place.start)
    else if (place.start <= start && end <= place.end)
      return { start: place.start + shift, end: place.start + shift + place.replacement.length }
    else break
  }
  return { start: start + shift, end: end + shift }
}

/** Masks in descriptions, labels and variables, as ranges in the text of the field. */
function fieldsMasked({ document }: MaskRequest, safe: ProfileDocument): PlaceOfField[] {
  const ids = new Set([
    ...proseSecrets(document).map(({ id }) => id),
    ...document.variables.flatMap(({ isSensitive }, index) =>
      isSensitive ? [`variables[${index}].defaultValue`] : [],
    ),
  ])
  return [...ids].flatMap((id): PlaceOfField[] => {
    const start = fieldText(safe, id).indexOf(MASK)
    return start < 0 ? [] : [{ id, fieldId: id, range: { start, end: start + MASK.length } }]
  })
}

function fieldText({ description, labels, variables }: ProfileDocument, id: string): string {
  if (id === 'description') return description
  if (id.startsWith('labels.')) return labels.get(id.slice('labels.'.length)) ?? ''
  const [, index, at, field] = /^variables\[(\d+)\](?:\.options\[(\d+)\])?\.(\w+)$/.exec(id) ?? []
  const variable = variables[Number(index)]
  const owner = new Map<string, unknown>(
    Object.entries((at === undefined ? variable : variable?.options[Number(at)]) ?? {}),
  )
  const text = owner.get(field ?? '')
  return typeof text === 'string' ? text : ''
}
