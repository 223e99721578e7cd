import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../test-app.ts'
import { readDeployed, readYaml } from './deploy-files.ts'

const alertSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string() }),
})
const rulesSchema = z.object({ groups: z.array(z.object({ rules: z.array(alertSchema) })) })
const dashboardSchema = z.object({
  panels: z.array(z.object({ id: z.number(), title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
})

const alerts = readYaml('monitoring/alerts.yaml', rulesSchema).groups.flatMap(({ rules }) => rules)
const { panels } = dashboardSchema.parse(JSON.parse(readDeployed('monitoring/dashboard.json')))
const expressions = [
  ...alerts.map(({ alert, expr }) => ({ name: alert, expr })),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ name: title, expr }))),
]

/** Prometheus itself adds this series, and these labels to every series. */
const OF_PROMETHEUS = 'up'
const LABELS_OF_PROMETHEUS = ['job', 'instance']
const PARTS_OF_HISTOGRAMS = ['_bucket', '_sum', '_count']

const selectorsOf = (expr: string) =>
  Array.from(expr.matchAll(/(\w+)\{([^}]*)\}/g), ([, metric = '', inner = '']) => ({
    metric,
    matchers: Array.from(inner.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g), ([, label = '', how = '', value = '']) => ({
      label,
      how,
      value,
    })),
  }))

const test = await openTestApp()
await test.app.inject('/livez')
const { body } = await test.app.inject('/metrics')
const exported = new Set(
  Array.from(body.matchAll(/^# TYPE (\w+) (\w+)$/gm)).flatMap(([, name = '', type]) =>
    type === 'histogram' ? PARTS_OF_HISTOGRAMS.map((part) => name + part) : [name],
  ),
)
const [, sample = ''] = /^http_request_duration_seconds_bucket\{(.*)\}/m.exec(body) ?? []
const labelsOfRequests = new Set(Array.from(sample.matchAll(/(\w+)="/g), ([, label = '']) => label))
const document = await test.app.inject('/v1/openapi.json')
const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(document.json())
const documented = Object.keys(paths).map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'))
const routes = [...documented, '/livez', '/readyz', '/metrics']

describe('alerts and dashboard', () => {
  it.each(expressions)('$name queries metrics that /metrics has', ({ expr }) => {
    const metrics = selectorsOf(expr).map(({ metric }) => metric)
    expect(metrics).not.toEqual([])
    expect(metrics.filter((metric) => metric !== OF_PROMETHEUS && !exported.has(metric))).toEqual([])
  })

  it.each(expressions)('$name names no series without its job', ({ expr }) => {
    const named = expr.match(/\b(?:http|nodejs|process)_\w+|\bup\b/g) ?? []
    const asked = selectorsOf(expr).filter(({ matchers }) => matchers.some(({ label }) => label === 'job'))
    expect(asked.map(({ metric }) => metric)).toEqual(named)
  })

  it('distinguish requests by labels that exist', () => {
    const used = expressions
      .flatMap(({ expr }) => selectorsOf(expr))
      .filter(({ metric }) => metric.startsWith('http_'))
      .flatMap(({ matchers }) => matchers.map(({ label }) => label))
    expect(used.filter((label) => !LABELS_OF_PROMETHEUS.includes(label) && !labelsOfRequests.has(label))).toEqual([])
  })

  it('name routes that exist', () => {
    const patterns = expressions
      .flatMap(({ expr }) => selectorsOf(expr).flatMap(({ matchers }) => matchers))
      .filter(({ label }) => label === 'route')
      .flatMap(({ how, value }) => (how.endsWith('~') && !value.includes('(') ? value.split('|') : [value]))
    const unknown = patterns.filter((pattern) => !routes.some((route) => new RegExp(`^(?:${pattern})$`).test(route)))
    expect(unknown).toEqual([])
  })
})

describe('the person on call', () => {
  const handbook = readDeployed('../docs/operations.md')

  it.each(alerts)('finds $alert in the runbook', ({ alert, annotations }) => {
    expect(handbook).toContain(`\n### ${alert}\n`)
    expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`)
  })

  it('finds no alert in the runbook that does not exist', () => {
    const told = Array.from(handbook.matchAll(/^### (Waybill\w+)$/gm), ([, name]) => name)
    expect(told).toEqual(alerts.map(({ alert }) => alert))
  })
})
