import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadConfig, SETTING_NAMES } from '../../config.ts'
import { openTestApp } from '../test-app.ts'
import { readDeployed, readSkeleton, readTemplate, readYaml, templateNames, valuesIn } from './deploy-files.ts'

const settings = new Set<string>(SETTING_NAMES)
const values = readYaml('helm/waybill/values.yaml', z.looseObject({ settings: z.record(z.string(), z.string()) }))
const valuesSchema = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readDeployed('helm/waybill/values.schema.json')))
const holdsToSchema = new Ajv({ strict: false }).compile(valuesSchema)

const test = await openTestApp()
let app: FastifyInstance
beforeAll(async () => {
  app = test.app
})

const statusOf = async (url: string) => (await app.inject(url)).statusCode

describe('the container file', () => {
  const file = readDeployed('Containerfile')
  const lines = file.split('\n')
  const rootPackage = z
    .object({ version: z.string(), devDependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(readDeployed('../package.json')))

  it('uses the Node version that everything is tested with', () => {
    expect(file).toContain(`ARG NODE=docker.io/library/node:${rootPackage.devDependencies.node}-`)
    expect(lines.filter((line) => line.startsWith('FROM ')).every((line) => line.includes('${NODE}'))).toBe(true)
  })

  it('installs with the package manager of the scripts', () => {
    const [, manager = 'none'] = /'(pnpm@[\d.]+)'/.exec(readDeployed('../scripts/install.mjs')) ?? []
    expect(file).toContain(manager)
  })

  it('starts the server as the scripts do, and not as root', () => {
    const scripts = readDeployed('../scripts/processes.mjs')
    const [, listed = 'none'] = /serverArguments = \[([^\]]*)\]/.exec(scripts) ?? []
    const words = Array.from(listed.matchAll(/'([^']+)'/g), ([, word]) => `"${word}"`)
    expect(file).toContain(`ENTRYPOINT ["node", ${words.join(', ')}]`)
    const environment = Array.from(scripts.matchAll(/(MALLOC_\w+): '(\d+)'/g), ([, name, value]) => `${name}=${value}`)
    expect(file).toContain(`ENV ${environment.join(' ')}\n`)
    expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER 1000:1000')
  })

  it('sets only settings that the server knows', () => {
    const set = Array.from(file.matchAll(/(?:^ENV |\s)([A-Z_]+)=/gm), ([, name = '']) => name)
    const ours = set.filter((name) => !/^(?:NODE|NODE_ENV|MALLOC_.*)$/.test(name))
    expect(ours).not.toEqual([])
    expect(ours.filter((name) => !settings.has(name))).toEqual([])
  })

  it('contains what it starts', () => {
    const [, folder = 'none'] = /"(apps\/api\/[^"]+)\/[^"/]+"\]/.exec(file) ?? []
    expect(file).toContain(`COPY --from=build /waybill/${folder} ${folder}\n`)
  })

  it('uses a health route that exists', async () => {
    const [, path = '/none'] = /HEALTHCHECK[^]*?:8080(\/\w+)/.exec(file) ?? []
    expect(await statusOf(path)).toBe(200)
  })

  it('has the version of the chart and of the product', () => {
    const chart = readYaml('helm/waybill/Chart.yaml', z.object({ version: z.string(), appVersion: z.string() }))
    expect(chart).toEqual({ version: rootPackage.version, appVersion: rootPackage.version })
    expect(readDeployed('compose.yaml')).toContain(`image: waybill:${rootPackage.version}\n`)
  })
})

describe('the compose file', () => {
  const service = z.object({
    image: z.string(),
    environment: z.record(z.string(), z.string()),
    volumes: z.array(z.string()),
    networks: z.array(z.string()),
    healthcheck: z.object({ test: z.array(z.string()) }),
  })
  const hardened = service.extend({
    read_only: z.literal(true),
    user: z.literal('1000:1000'),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    tmpfs: z.tuple([z.literal('/tmp')]),
  })
  const names = z.record(z.string(), z.unknown())
  const { services, ...compose } = readYaml(
    'compose.yaml',
    z.object({ services: z.object({ waybill: hardened, postgres: service }), networks: names, volumes: names }),
  )
  const all = Object.values(services)

  it('sets only settings that the server knows', () => {
    expect(Object.keys(services.waybill.environment).filter((name) => !settings.has(name))).toEqual([])
  })

  it('uses a health route that exists', async () => {
    const [path = '/none'] = /(?<=:8080)\/\w+/.exec(services.waybill.healthcheck.test.join(' ')) ?? []
    expect(await statusOf(path)).toBe(200)
  })

  it('pins images, and names volumes and networks that exist', () => {
    for (const { image } of all) expect(image).toMatch(/:\d+\.\d+/)
    expect(new Set(all.flatMap(({ networks }) => networks))).toEqual(new Set(Object.keys(compose.networks)))
    const mounted = all.flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0]))
    expect(new Set(mounted)).toEqual(new Set(Object.keys(compose.volumes)))
  })

  it('contains no secret, and names those that it needs', () => {
    const asked = new Set(Array.from(readDeployed('compose.yaml').matchAll(/\$\{(\w+)/g), ([, name]) => name))
    const offered = Array.from(readDeployed('compose.env.example').matchAll(/^(\w+)=(.*)$/gm))
    expect(new Set(offered.map(([, name]) => name))).toEqual(asked)
    expect(offered.filter(([, , value]) => value !== '')).toEqual([])
    expect(services.waybill.environment['WAYBILL_SECRET_KEY']).toMatch(/^\$\{WAYBILL_SECRET_KEY:\?/)
    expect(services.postgres.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/)
  })
})

describe('the chart', () => {
  it.each(templateNames)('%s reads values that exist', (name) => {
    const leafOf = (path: string) =>
      path.split('.').reduce<unknown>((at, key) => z.record(z.string(), z.unknown()).safeParse(at).data?.[key], values)
    expect(valuesIn(readTemplate(name)).filter((path) => leafOf(path) === undefined)).toEqual([])
  })

  it.each(templateNames)('%s is YAML of one object with a name', (name) => {
    const object = z.object({ apiVersion: z.string(), kind: z.string(), metadata: z.object({ name: z.string() }) })
    expect(readSkeleton(name, object).metadata.name).toBe('filled')
  })

  it('has values that match their schema, which describes each of them', () => {
    holdsToSchema(values)
    expect(holdsToSchema.errors).toBeNull()
    expect(holdsToSchema({ ...values, replicaz: 1 })).toBe(false)
    expect(holdsToSchema({ ...values, settings: { ...values.settings, DATABASE_URL: 'postgresql://…' } })).toBe(false)
  })

  it('passes on the settings that the server knows', () => {
    expect(Object.keys(values.settings).filter((name) => !settings.has(name))).toEqual([])
    expect(() => loadConfig(values.settings)).not.toThrow()
  })

  const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) })
  const container = z.object({
    securityContext: z.object({
      allowPrivilegeEscalation: z.literal(false),
      readOnlyRootFilesystem: z.literal(true),
      capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
    }),
    env: z.array(z.looseObject({ name: z.string(), valueFrom: z.looseObject({}).optional() })),
    ports: z.tuple([z.object({ name: z.literal('http'), containerPort: z.literal(8080) })]),
    startupProbe: probe,
    livenessProbe: probe,
    readinessProbe: probe,
    resources: z.null(),
    volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
  })
  const pod = z.object({
    automountServiceAccountToken: z.literal(false),
    securityContext: z.looseObject({ runAsNonRoot: z.literal(true), runAsUser: z.literal(1000) }),
    containers: z.tuple([container]),
    volumes: z.array(z.looseObject({ name: z.string() })),
  })
  const deployment = z.object({ spec: z.object({ template: z.object({ spec: pod }) }) })
  const { containers, volumes } = readSkeleton('deployment.yaml', deployment).spec.template.spec
  const [server] = containers

  it('uses health routes that exist, and checks the database for readiness only', async () => {
    const paths = [server.startupProbe, server.livenessProbe, server.readinessProbe].map(({ httpGet }) => httpGet.path)
    expect(paths).toEqual(['/livez', '/livez', '/readyz'])
    for (const path of paths) expect(await statusOf(path)).toBe(200)
  })

  it('sets only settings that the server knows, secrets by reference', () => {
    const names = server.env.map(({ name }) => name).filter((name) => name !== 'filled')
    expect(names.filter((name) => !settings.has(name))).toEqual([])
    const referred = server.env.filter(({ valueFrom }) => valueFrom !== undefined).map(({ name }) => name)
    expect(referred).toEqual([
      'DATABASE_URL',
      'MIGRATION_DATABASE_URL',
      'WAYBILL_SECRET_KEY',
      'OTEL_EXPORTER_OTLP_HEADERS',
    ])
  })

  it('gives the server a writable folder beside its read-only root', () => {
    expect(server.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/data', '/tmp'])
    expect(volumes.map(({ name }) => name)).toEqual(server.volumeMounts.map(({ name }) => name))
  })
})
