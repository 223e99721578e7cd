import type { ExportedFile } from '@waybill/api-client'
import { downloadZip } from 'client-zip'

/** One archive; profiles of one name and version, of a project and its tenant, are told apart by a number. */
export function zipFiles(files: readonly ExportedFile[]): Promise<Blob> {
  return downloadZip(distinctNames(files).map(({ fileName, content }) => ({ name: fileName, input: content }))).blob()
}

/** `web-1.0.0.json`, `web-1.0.0 (2).json`. */
export function distinctNames(files: readonly ExportedFile[]): ExportedFile[] {
  const counts = new Map<string, number>()
  return files.map((file) => {
    const count = (counts.get(file.fileName) ?? 0) + 1
    counts.set(file.fileName, count)
    return count === 1 ? file : { ...file, fileName: file.fileName.replace(/(\.\w+)?$/, ` (${count})$1`) }
  })
}
