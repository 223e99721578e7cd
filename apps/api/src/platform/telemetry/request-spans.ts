import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isTracing, startSpan, within, type Span } from './spans.ts'

/** Polled every few seconds by monitoring. */
const UNTRACED = new Set(['/livez', '/readyz', '/metrics'])

/** Opens a span for each request, named by its route's pattern, and adds the trace id to its log lines. */
export function registerRequestSpans(app: FastifyInstance): void {
  if (!isTracing()) return
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, reply, done) => {
    const route = request.is404 ? undefined : request.routeOptions.url
    if (route !== undefined && UNTRACED.has(route)) return done()
    const span = startOf(request, route)
    if (!span) return done()
    spans.set(request, span)
    request.log = reply.log = request.log.child({ traceId: span.traceId })
    reply.raw.once('close', () => {
      span.set({ 'http.response.status_code': reply.statusCode })
      if (reply.statusCode >= 500) span.fail(String(reply.statusCode))
      span.end()
    })
    within(span, done)
  })
  // Body data arrives in the connection's async context, not the request's, so the context is set again after reading
  // the body.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request)
    if (span) within(span, done)
    else done()
  })
}

function startOf(request: FastifyRequest, route: string | undefined) {
  const { traceparent } = request.headers
  return startSpan({
    name: route === undefined ? request.method : `${request.method} ${route}`,
    kind: 'server',
    traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    attributes: {
      'http.request.method': request.method,
      ...(route !== undefined && { 'http.route': route }),
      'waybill.request_id': request.id,
    },
  })
}
