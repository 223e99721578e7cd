import { AsyncLocalStorage } from 'node:async_hooks'

/** Names and numbers of ours: never what users wrote, more of an address than its host, a statement, or the message of an error. */
type SpanAttributes = Readonly<Record<string, string | number>>

export interface SpanStart {
  name: string
  kind?: 'server' | 'client'
  attributes?: SpanAttributes
  /** The header of this name, of who asks. */
  traceparent?: string | undefined
}

export interface Span {
  traceId: string
  set: (attributes: SpanAttributes) => void
  /** A code or a type. */
  fail: (kind: string) => void
  end: () => void
}

export interface Tracer {
  start: (start: SpanStart, parent: Span | undefined) => Span
  /** Sends what it still has. */
  close: () => Promise<void>
}

let tracer: Tracer | undefined
const current = new AsyncLocalStorage<Span>()

/** Once and before anything is worked on. Without one no span begins, and nothing is paid for it. */
export function installTracer(installed: Tracer | undefined): void {
  tracer = installed
}

export const isTracing = (): boolean => tracer !== undefined

/** Its end is the caller's. */
export const startSpan = (start: SpanStart): Span | undefined => tracer?.start(start, current.getStore())

/** Spans that begin meanwhile are parts of this one. */
export const within = <Result>(span: Span, work: () => Result): Result => current.run(span, work)

/** Works in a span of its own, where traces are kept. */
export function inSpan<Result>(start: SpanStart, work: (span?: Span) => Promise<Result>): Promise<Result> {
  const span = startSpan(start)
  return span ? working(span, work) : work()
}

async function working<Result>(span: Span, work: (span: Span) => Promise<Result>): Promise<Result> {
  try {
    return await within(span, () => work(span))
  } catch (error) {
    span.fail(kindOf(error))
    throw error
  } finally {
    span.end()
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
