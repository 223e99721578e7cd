import { SourceError, type PackContent, type SourceEvent, type WalkOptions } from '@waybill/pack-sources'
import type { OpenRegistry, RegistryConnection } from '../../features/registry-connection/registry-connection.ts'

type Events = (options: WalkOptions) => AsyncIterable<SourceEvent>

/** A registry whose events a test controls; it records how it was read. */
export class FakeRegistry {
  readonly walks: WalkOptions[] = []
  readonly connections: RegistryConnection[] = []
  /** Sources that were not closed yet. */
  openSources = 0
  events: Events = () => eventsOf([])
  /** What the registry still has, by location, and what was asked for. */
  readonly contents = new Map<string, PackContent | Error>()
  readonly asked: string[] = []

  offer(...events: readonly SourceEvent[]) {
    this.events = () => eventsOf(events)
  }

  readonly openRegistry: OpenRegistry = (connection) => {
    this.connections.push(connection)
    this.openSources += 1
    return {
      source: {
        check: async () => 'ok',
        walk: (options) => {
          this.walks.push(options)
          return this.events(options)
        },
        readContent: async ({ location }) => {
          this.asked.push(location)
          const content = this.contents.get(location) ?? new SourceError('unreachable')
          if (content instanceof Error) throw content
          return content
        },
      },
      close: async () => {
        this.openSources -= 1
      },
    }
  }
}

export async function* eventsOf(events: readonly SourceEvent[]): AsyncGenerator<SourceEvent> {
  yield* events
}

/** Yields events, and the rest only when told to continue. */
export function heldBack(before: readonly SourceEvent[], after: readonly SourceEvent[]) {
  const { promise: isReached, resolve: reached } = Promise.withResolvers<void>()
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  const events = async function* (): AsyncGenerator<SourceEvent> {
    yield* before
    reached()
    await mayGoOn
    yield* after
  }
  return { events, isReached, goOn }
}
