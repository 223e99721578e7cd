import type { ExportPreviewBody } from '@waybill/api-contract'

/** A value of a layer's text, by its place in the file. */
export type FileScalar = ExportPreviewBody['scalars'][number]

/** The value that a place of the file touches, if it is one of a layer's text. */
export function scalarAt(
  { scalars }: ExportPreviewBody,
  place: { start: number; end: number },
): FileScalar | undefined {
  let low = 0
  let high = scalars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scalars[middle]?.end ?? 0) >= place.start) high = middle
    else low = middle + 1
  }
  const scalar = scalars[low]
  return scalar !== undefined && scalar.start <= place.end ? scalar : undefined
}
