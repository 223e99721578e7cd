import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { createOtlpTracer } from '../../platform/telemetry/otlp-tracer.ts'
import { installTracer } from '../../platform/telemetry/spans.ts'

const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(z.object({ key: z.string(), value: z.unknown() })),
              status: z.object({ code: z.number().optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** Accepts traces by OTLP over HTTP on loopback, and answers with the given status. */
export async function openTraceCollector(status = 200) {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.method === 'POST' && request.url === '/v1/traces') bodies.push(body)
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** Everything received, as text. */
    received: () => bodies.join('\n'),
    spans: () =>
      bodies.flatMap((body) =>
        exportSchema
          .parse(JSON.parse(body))
          .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Traces everything in this process from now on, to a collector. */
export async function openTraces() {
  const collector = await openTraceCollector()
  const tracer = createOtlpTracer({ endpoint: collector.endpoint, headers: {}, ratio: 1 })
  installTracer(tracer)
  return {
    ...collector,
    /** Sends the buffered spans and stops. */
    flush: () => tracer.close(),
    async close() {
      installTracer(undefined)
      await tracer.close()
      await collector.close()
    },
  }
}

export type TracesOfTest = Awaited<ReturnType<typeof openTraces>>
