import type { Pack, PackFault } from '../pack/pack-files.ts'
import type { SourceFault } from './source-error.ts'

/** What "Test connection" answers, and nothing else. */
export type CheckOutcome = 'ok' | 'unreachable' | 'unauthorised' | 'not-a-registry'

/** What the catalogue holds of this registry, by `packKey(name, version)`. */
export type KnownPacks = ReadonlyMap<string, KnownPack>

/** What is remembered of a version that was read before. */
export interface KnownPack {
  /** Of the pack's files (`Pack.digest`). */
  digest: string
  /** As the registry named it when it was read (`SourcePack.sourceDigest`); empty where the registry names none. */
  sourceDigest: string
}

/** One version of a pack as a registry offers it. */
export interface SourcePack {
  pack: Pack
  /**
   * The registry's own digest of it: manifest digest (OCI) or chart digest (Helm). Equal to the known one means unchanged,
   * without a download. Empty where there is none.
   */
  sourceDigest: string
  /** Where its content is fetched later: address of the chart archive, or OCI repository and tag. Empty when all was read. */
  location: string
  /** False when values and README are still in the registry and are read when somebody needs them. */
  isContentRead: boolean
}

/** What a walk over a registry comes upon, in any order. */
export type SourceEvent =
  /** How many versions there will be, as soon as that is known; may grow. */
  | { kind: 'expected'; count: number }
  /** The whole registry is as it was at the last walk (ETag): everything known is unchanged, and nothing else follows. */
  | { kind: 'not-modified' }
  | { kind: 'unchanged'; name: string; version: string }
  | ({ kind: 'pack' } & SourcePack)
  /**
   * One version, or one folder, that cannot be read; the others go on. `name` and `version` where they are known: a version
   * that fails is not a removed one.
   */
  | { kind: 'failed'; place: string; fault: PackFault | SourceFault; name?: string; version?: string }
  /** Last event of a walk that saw everything: what it did not name is gone. `mark` is handed to the next walk. */
  | { kind: 'done'; mark: string }

/** What a walk starts from; it ends with its signal. */
export interface WalkOptions {
  known: KnownPacks
  /** `mark` of the last whole walk; empty for none, or to read everything again. */
  mark: string
  signal: AbortSignal
}

/** Values and README of a version whose content was left in the registry. */
export interface PackContent {
  values: string
  readme: string
}

/** A registry to read packs out of. */
export interface PackSource {
  /** One or two small requests: does a registry of this kind answer, and does it let us in? Never throws for what a peer does. */
  check: (signal: AbortSignal) => Promise<CheckOutcome>
  /** @throws SourceError when the registry as a whole cannot be read, or the signal aborts (`cancelled`). */
  walk: (options: WalkOptions) => AsyncIterable<SourceEvent>
  /** @throws SourceError */
  readContent: (version: Pick<SourcePack, 'location' | 'sourceDigest'>, signal: AbortSignal) => Promise<PackContent>
  /** Where one pack can be asked for by its name, without a walk. */
  single?: SinglePacks
}

/** One pack of a registry by its name. Both throw SourceError. */
export interface SinglePacks {
  /** Versions that there are of a name, as the registry lists them; none where it is not there. */
  listVersions: (name: string, signal: AbortSignal) => Promise<string[]>
  /** Undefined where the registry has no such version. */
  readVersion: (name: string, version: string, signal: AbortSignal) => Promise<SourcePack | undefined>
}

/** Key of one version in maps. */
export const packKey = (name: string, version: string): string => `${name}\n${version}`
