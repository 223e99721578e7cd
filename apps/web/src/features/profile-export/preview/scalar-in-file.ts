import type { ExportPreviewBody } from '@waybill/api-contract'

/** A value in a layer's text, with its position in the file. */
export type FileScalar = ExportPreviewBody['scalars'][number]

/** The value in a layer's text that touches a range of the file, if any. */
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
