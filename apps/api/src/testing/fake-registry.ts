import { SourceError, type SourceEvent, type WalkOptions } from '@waybill/pack-sources'
import type { OpenRegistry, RegistryConnection } from '../platform/registry-connection.ts'

type Events = (options: WalkOptions) => AsyncIterable<SourceEvent>

/** A registry whose events a test decides, and what it was asked. */
export class FakeRegistry {
  readonly walks: WalkOptions[] = []
  readonly connections: RegistryConnection[] = []
  /** Sources that nobody closed yet. */
  openSources = 0
  events: Events = () => eventsOf([])

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
        readContent: async () => {
          throw new SourceError('unreachable')
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

/** Events, and then nothing until it is told to go on. */
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
