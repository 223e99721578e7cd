import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Our own names and numbers. Never what users wrote, more of a URL than its host, an SQL statement, or an error's
 * message.
 */
type SpanAttributes = Readonly<Record<string, string | number>>

export interface SpanStart {
  name: string
  kind?: 'server' | 'client'
  attributes?: SpanAttributes
  /** The caller's traceparent header. */
  traceparent?: string | undefined
}

export interface Span {
  traceId: string
  set: (attributes: SpanAttributes) => void
  /** Takes a code or a type, never a message. */
  fail: (kind: string) => void
  end: () => void
}

export interface Tracer {
  start: (start: SpanStart, parent: Span | undefined) => Span
  /** Sends the spans that are still buffered. */
  close: () => Promise<void>
}

let tracer: Tracer | undefined
const current = new AsyncLocalStorage<Span>()

/** Called once, before any work. Without a tracer no span begins, and tracing costs nothing. */
export function installTracer(installed: Tracer | undefined): void {
  tracer = installed
}

export const isTracing = (): boolean => tracer !== undefined

/** The caller must end the span. */
export const startSpan = (start: SpanStart): Span | undefined => tracer?.start(start, current.getStore())

/** Spans begun inside `work` are children of this one. */
export const within = <Result>(span: Span, work: () => Result): Result => current.run(span, work)

/** Runs `work` in a span of its own, if tracing is on. */
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
