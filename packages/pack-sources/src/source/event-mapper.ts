import type { ParsedPack } from '../pack/pack-files.ts'
import { type KnownPacks, packKey, type SourceEvent } from './pack-source.ts'

/**
 * Turns the result of reading each folder into an event of a walk. Of folders with the same name and version the first
 * one counts.
 */
export function createEventMapper(known: KnownPacks): (read: ParsedPack & { folder: string }) => SourceEvent {
  const seen = new Set<string>()
  return (read) => {
    if ('fault' in read) return failed(read)
    const { name, version, digest } = read.pack
    const key = packKey(name, version)
    if (seen.has(key)) return { kind: 'failed', place: pathOf(read), fault: 'duplicate', name, version }
    seen.add(key)
    if (known.get(key)?.digest === digest) return { kind: 'unchanged', name, version }
    return { kind: 'pack', pack: read.pack, sourceDigest: '', location: '', isContentRead: true }
  }
}

function failed(read: Extract<ParsedPack, { fault: string }> & { folder: string }): SourceEvent {
  const { name, version } = read
  const identity = { ...(name !== undefined && { name }), ...(version !== undefined && { version }) }
  return { kind: 'failed', place: pathOf(read, read.file), fault: read.fault, ...identity }
}

const pathOf = ({ folder }: { folder: string }, file?: string) => [folder, file].filter(Boolean).join('/') || '.'
