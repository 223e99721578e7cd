import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

/** A header as an attacker may write it, and the content after it. */
export type OddEntry = Pick<Header, 'name'> & Partial<Header> & { content?: string | Uint8Array }

/** A `.tar.gz` of entries that no normal archiver writes. */
export async function makeOddArchive(entries: Iterable<OddEntry>): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of entries) tar.entry(header, Buffer.from(content ?? ''))
  tar.finalize()
  return buffer(tar.pipe(createGzip()))
}

/** A small valid pack, so that the only fault of an archive is what a test adds. */
export const goodFiles = (folder: string, name = folder): OddEntry[] => [
  { name: `${folder}/pack.json`, content: JSON.stringify({ name, version: '1.0.0', layer: 'addon' }) },
  { name: `${folder}/values.yaml`, content: `of: ${name}\n` },
]
