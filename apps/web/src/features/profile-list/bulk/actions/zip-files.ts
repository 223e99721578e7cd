import type { ReceivedFile } from '@waybill/api-client'
import { downloadZip } from 'client-zip'

/** One archive; profiles of one name and version, of a project and its tenant, are told apart by a number. */
export function zipFiles(files: readonly ReceivedFile[]): Promise<Blob> {
  return downloadZip(distinctNames(files).map(({ fileName, content }) => ({ name: fileName, input: content }))).blob()
}

/** `web-1.0.0.json`, `Web-1.0.0 (2).json`: where an archive is unpacked, names that differ in their case may be one. */
export function distinctNames(files: readonly ReceivedFile[]): ReceivedFile[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let fileName = file.fileName
    for (let count = 2; taken.has(folded(fileName)); count += 1) {
      fileName = file.fileName.replace(/(\.\w+)?$/, ` (${count})$1`)
    }
    taken.add(folded(fileName))
    return { ...file, fileName }
  })
}

const folded = (name: string) => name.normalize('NFC').toUpperCase().toLowerCase()
