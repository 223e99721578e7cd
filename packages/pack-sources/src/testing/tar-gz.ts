import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** Contents by their paths in the archive. */
export type ArchiveFiles = Readonly<Record<string, string | Uint8Array>>

/** A `.tar.gz` whose bytes depend only on its files. */
export async function makeTarGz(files: ArchiveFiles): Promise<Uint8Array> {
  const tar = pack()
  for (const [name, content] of Object.entries(files)) {
    tar.entry({ name, mtime: new Date(0) }, typeof content === 'string' ? content : Buffer.from(content))
  }
  tar.finalize()
  return buffer(tar.pipe(createGzip()))
}

/** The files of a folder, with its name as prefix, as `tar -czf x.tar.gz <folder>` packs them. */
export async function readFolderFiles(parent: string, folder: string): Promise<ArchiveFiles> {
  const entries = await readdir(join(parent, folder), { recursive: true, withFileTypes: true })
  const files: Record<string, Uint8Array> = {}
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path.slice(parent.length + 1)] = await readFile(path)
  }
  return files
}
