import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { Span, SpanStart, Tracer } from './spans.ts'

export interface OtlpConfig {
  /** The collector's base URL, without `/v1/traces`. */
  endpoint: string
  headers: Readonly<Record<string, string>>
  /** The share of traces to keep, from 0 to 1. */
  ratio: number
}

const EXPORT_WITHIN_MS = 5_000

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const

/** Version 00 of the traceparent header. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * Sends spans to a collector by OTLP over HTTP. It is not registered globally, since libraries that trace by themselves
 * would put texts into spans. Spans that cannot be sent are dropped.
 */
export function createOtlpTracer({ endpoint, headers, ratio }: OtlpConfig): Tracer {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    headers: { ...headers },
    timeoutMillis: EXPORT_WITHIN_MS,
  })
  const kept = new TraceIdRatioBasedSampler(ratio)
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'waybill' }),
    // A caller may ask not to be traced, but cannot raise the share that is.
    sampler: new ParentBasedSampler({
      root: kept,
      remoteParentSampled: kept,
      remoteParentNotSampled: new AlwaysOffSampler(),
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_WITHIN_MS })],
  })
  const tracer = provider.getTracer('waybill')
  const contexts = new WeakMap<Span, Context>()
  return {
    start(start, parent) {
      const above = (parent && contexts.get(parent)) ?? remoteContext(start.traceparent)
      const { name, kind, attributes = {} } = start
      const begun = tracer.startSpan(name, { ...(kind && { kind: KINDS[kind] }), attributes: { ...attributes } }, above)
      const span: Span = {
        traceId: begun.spanContext().traceId,
        set: (more) => void begun.setAttributes({ ...more }),
        fail: (errorType) => void begun.setAttribute('error.type', errorType).setStatus({ code: SpanStatusCode.ERROR }),
        end: () => begun.end(),
      }
      contexts.set(span, trace.setSpan(above, begun))
      return span
    },
    close: () => provider.shutdown().catch(() => undefined),
  }
}

function remoteContext(traceparent: SpanStart['traceparent']): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
