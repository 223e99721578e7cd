import type { Pack, PackFault } from '../pack/pack-files.ts'
import { SourceError, type SourceFault } from './source-error.ts'

/** The possible results of "Test connection". */
export type CheckOutcome = 'ok' | 'unreachable' | 'unauthorised' | 'not-a-registry'

/** What our catalogue knows of a registry, by `packKey(name, version)`. */
export type KnownPacks = ReadonlyMap<string, KnownPack>

/** What is stored about a version from an earlier walk. */
export interface KnownPack {
  /** The digest of the pack's files (`Pack.digest`). */
  digest: string
  /** The registry's own digest at that time (`SourcePack.sourceDigest`); empty when it has none. */
  sourceDigest: string
}

/** One version of a pack as a registry offers it. */
export interface SourcePack {
  pack: Pack
  /**
   * The registry's own digest: manifest digest (OCI) or chart digest (Helm). If it equals the known one, the version is
   * unchanged and need not be downloaded. Empty when there is none.
   */
  sourceDigest: string
  /**
   * Where to fetch its content later: the URL of the chart archive, or OCI repository, tag and digest. Empty when
   * everything was read.
   */
  location: string
  /** False when values and README are still in the registry, to be read when somebody needs them. */
  isContentRead: boolean
}

/** The events of a walk over a registry, in any order. */
export type SourceEvent =
  /** The number of versions to expect, once known; may be corrected later. */
  | { kind: 'expected'; count: number }
  /**
   * The registry has not changed since the last walk (ETag): all known versions are unchanged, and no other event
   * follows.
   */
  | { kind: 'not-modified' }
  | { kind: 'unchanged'; name: string; version: string }
  | ({ kind: 'pack' } & SourcePack)
  /**
   * One version, or one folder, that cannot be read; the walk continues. Has `name` and `version` if they are known: a
   * version that fails is not a removed one.
   */
  | { kind: 'failed'; place: string; fault: PackFault | SourceFault; name?: string; version?: string }
  /** The last event of a complete walk: versions that were not named are gone. `mark` is passed to the next walk. */
  | { kind: 'done'; mark: string }

/** The input of a walk; it ends with its signal. */
export interface WalkOptions {
  known: KnownPacks
  /** The `mark` of the last complete walk; empty for none, or to read everything again. */
  mark: string
  signal: AbortSignal
}

/** The values and README of a version whose content was left in the registry. */
export interface PackContent {
  values: string
  readme: string
}

/** A registry to read packs from. */
export interface PackSource {
  /**
   * Checks with one or two small requests whether a registry of this kind answers and accepts the credentials. A fault
   * of the registry is a result, never an exception.
   */
  check: (signal: AbortSignal) => Promise<CheckOutcome>
  /** @throws SourceError when the registry as a whole cannot be read, or the signal aborts (`cancelled`). */
  walk: (options: WalkOptions) => AsyncIterable<SourceEvent>
  /** @throws SourceError */
  readContent: (version: Pick<SourcePack, 'location' | 'sourceDigest'>, signal: AbortSignal) => Promise<PackContent>
  /** Present when a pack can be looked up by name without a walk. */
  single?: SinglePacks
}

/** Looks up single packs of a registry by name. Both methods throw SourceError. */
export interface SinglePacks {
  /** The versions of a name, as the registry lists them; empty when it does not exist. */
  listVersions: (name: string, signal: AbortSignal) => Promise<string[]>
  /** Undefined when the registry has no such version. */
  readVersion: (name: string, version: string, signal: AbortSignal) => Promise<SourcePack | undefined>
}

/** The key of a version in maps. */
export const packKey = (name: string, version: string): string => `${name}\n${version}`

/** `readContent` of a source whose walk reads all content: no version can have left any in the registry. */
export const noContentLeft = (): Promise<never> => Promise.reject(new SourceError('bad-response'))
