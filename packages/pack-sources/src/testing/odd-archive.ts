import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

/** A header as an attacker writes it, and what stands behind it. */
export type OddEntry = Pick<Header, 'name'> & Partial<Header> & { content?: string | Uint8Array }

/** A `.tar.gz` of entries that no archiver of good will makes. */
export async function makeOddArchive(entries: Iterable<OddEntry>): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of entries) tar.entry(header, Buffer.from(content ?? ''))
  tar.finalize()
  return buffer(tar.pipe(createGzip()))
}

/** A small pack, so that what is wrong with an archive is the one thing a test put beside it. */
export const goodFiles = (folder: string, name = folder): OddEntry[] => [
  { name: `${folder}/pack.json`, content: JSON.stringify({ name, version: '1.0.0', layer: 'addon' }) },
  { name: `${folder}/values.yaml`, content: `of: ${name}\n` },
]
