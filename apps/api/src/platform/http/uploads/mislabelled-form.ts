import { uploadLimits } from './upload-limits.ts'
import { AppError } from '../../errors/app-error.ts'

/**
 * The first line of a form and the first header of its first part. A YAML document may begin with dashes too, but not
 * so.
 */
const FIRST_LINES = /^--([0-9A-Za-z'()+_,./:=?-]{1,70})\r\nContent-(?:Disposition|Type):/i
const FIRST_BYTES = 120

/** The boundary of a form that was sent with another content type; undefined if the bytes are not a form. */
export function boundaryIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, FIRST_BYTES))
  return FIRST_LINES.exec(start.toString('latin1'))?.[1]
}

/** @throws AppError PayloadTooLarge, or the parser's own error if the form is incomplete */
export async function readForm(bytes: Uint8Array, boundary: string): Promise<FormData> {
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
  const form = await new Response(Buffer.from(bytes), { headers }).formData()
  if ([...form.keys()].length > uploadLimits().parts) throw new AppError('PayloadTooLarge')
  for (const value of form.values()) {
    const isOver =
      typeof value === 'string' ? value.length > uploadLimits().fieldSize : value.size > uploadLimits().fileSize
    if (isOver) throw new AppError('PayloadTooLarge')
  }
  return form
}
