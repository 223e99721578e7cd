import type { ReceivedFile } from '@waybill/api-client'

/** Saves a file through the browser's downloads. */
export function saveFile({ fileName, content }: ReceivedFile): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
