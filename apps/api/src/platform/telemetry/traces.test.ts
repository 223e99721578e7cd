import { afterAll, beforeAll, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson } from '../../testing/documents.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { openTraceCollector, openTraces, type TracesOfTest } from '../../testing/outside/trace-collector.ts'
import { createOtlpTracer } from './otlp-tracer.ts'

/** The caller's trace context. */
const OUTER = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }

const lines: { traceId?: string; reqId?: string; msg?: string }[] = []
let traces: TracesOfTest
let test: TestApp
beforeAll(async () => {
  traces = await openTraces()
  test = await buildTestApp({ logTo: { write: (line) => void lines.push(JSON.parse(line)) } })
  const { uid } = test.fixtures.stage
  await addRegistry(test.deps.tenantDb(uid), { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })
})
afterAll(async () => {
  await test.close()
  await traces.close()
})

it('an import is one trace of its request, its work in a thread and its transaction, and the log names it', async () => {
  const url = '/v1/clusterprofiles/import'
  const headers = {
    ...as(test.fixtures.stage.users.tenantAdmin),
    'content-type': 'application/json',
    traceparent: `00-${OUTER.traceId}-${OUTER.spanId}-01`,
  }
  const payload = profileJson({ name: 'traced', packs: [packOf()] })
  expect((await test.app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(201)
  await test.app.inject('/livez')
  await traces.flush()

  const spans = traces.spans()
  expect(spans.map(({ traceId }) => traceId)).toEqual(spans.map(() => OUTER.traceId))
  const [request] = spans.filter(({ name }) => name === `POST ${url}`)
  expect(request?.parentSpanId).toBe(OUTER.spanId)
  const within = spans.filter((span) => span !== request)
  expect(within.map(({ parentSpanId }) => parentSpanId)).toEqual(within.map(() => request?.spanId))
  expect(within.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['task readOutline', 'task planToWrite', 'transaction']),
  )
  const attributes = new Map(request?.attributes.map(({ key, value }) => [key, value]))
  expect(attributes.get('http.response.status_code')).toEqual({ intValue: 201 })
  const said = lines.filter(({ traceId }) => traceId === OUTER.traceId)
  expect(said.map(({ msg }) => msg)).toContain('request')
  expect(attributes.get('waybill.request_id')).toEqual({ stringValue: said[0]?.reqId })
})

it('spans that a collector refuses are dropped, and the sender stops normally', async () => {
  const collector = await openTraceCollector(401)
  const tracer = createOtlpTracer({ endpoint: collector.endpoint, headers: {}, ratio: 1 })
  tracer.start({ name: 'dropped' }, undefined).end()
  await expect(tracer.close()).resolves.toBeUndefined()
  expect(collector.spans().map(({ name }) => name)).toEqual(['dropped'])
  await collector.close()
})
