import type { ReceivedFile } from '@waybill/api-client'
import { downloadZip } from 'client-zip'

/** Makes one archive. Profiles with the same name and version, from a project and its tenant, get a number. */
export function zipFiles(files: readonly ReceivedFile[]): Promise<Blob> {
  return downloadZip(distinctNames(files).map(({ fileName, content }) => ({ name: fileName, input: content }))).blob()
}

/** `web-1.0.0.json`, `Web-1.0.0 (2).json`: some file systems do not distinguish upper and lower case. */
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
