import { type KnownPacks, packKey, type PackSource, type SourceEvent } from '../source/pack-source.ts'

type EventOf<Kind extends SourceEvent['kind']> = Extract<SourceEvent, { kind: Kind }>

export interface WalkResult {
  events: SourceEvent[]
  packs: EventOf<'pack'>[]
  /** New packs as `name:version`. */
  read: string[]
  unchanged: string[]
  failed: EventOf<'failed'>[]
  /** The known packs to pass to the next walk. */
  known: KnownPacks
  /** The mark to pass to the next walk; empty when the walk did not end with one. */
  mark: string
}

/** Walks a source to its end. */
export async function walkSource(source: PackSource, known: KnownPacks = new Map(), mark = ''): Promise<WalkResult> {
  const events: SourceEvent[] = []
  for await (const event of source.walk({ known, mark, signal: new AbortController().signal })) events.push(event)
  const of = <Kind extends SourceEvent['kind']>(kind: Kind) =>
    events.filter((event): event is EventOf<Kind> => event.kind === kind)
  const packs = of('pack')
  const next = new Map(known)
  for (const { pack, sourceDigest } of packs)
    next.set(packKey(pack.name, pack.version), { digest: pack.digest, sourceDigest })
  return {
    events,
    packs,
    read: packs.map(({ pack }) => `${pack.name}:${pack.version}`),
    unchanged: of('unchanged').map(({ name, version }) => `${name}:${version}`),
    failed: of('failed'),
    known: next,
    mark: of('done')[0]?.mark ?? '',
  }
}
