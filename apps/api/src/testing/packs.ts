import { parsePack, type SourceEvent } from '@waybill/pack-sources'

export interface OfferedPack {
  name: string
  version: string
  values?: string
  readme?: string
  sourceDigest?: string
  location?: string
  isContentRead?: boolean
}

/** A pack as a registry offers it, read from files like any other. */
export function offer({ name, version, values = '', readme = '', ...source }: OfferedPack): SourceEvent {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const packJson = JSON.stringify({ name, version, layer: 'addon', cloudTypes: ['all', 'aws'] })
  const files = { 'pack.json': bytes(packJson), 'values.yaml': bytes(values), 'README.md': bytes(readme) }
  const parsed = parsePack(files)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return { kind: 'pack', pack: parsed.pack, sourceDigest: '', location: '', isContentRead: true, ...source }
}
