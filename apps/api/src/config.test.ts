import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

describe('the settings', () => {
  it('have defaults', () => {
    expect(loadConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      tls: undefined,
      seed: 'none',
      rateLimits: 1,
      limits: { textBytes: 4_194_304, fileBytes: 16_777_216 },
    })
  })

  it('treat an empty text as unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined })
  })

  it('accept a second role for the same database, but not without a first', () => {
    const [app, owner] = ['postgresql://app@db/waybill', 'postgresql://owner@db/waybill']
    expect(loadConfig({ DATABASE_URL: app, MIGRATION_DATABASE_URL: owner })).toMatchObject({
      databaseUrl: app,
      migrationDatabaseUrl: owner,
    })
    expect(loadConfig({ MIGRATION_DATABASE_URL: owner }).migrationDatabaseUrl).toBeUndefined()
  })

  it('accept a pooler that shares sessions for the server only', () => {
    const [pooled, straight] = ['postgresql://app@pooler/waybill?pgbouncer=true', 'postgresql://owner@db/waybill']
    expect(loadConfig({ DATABASE_URL: pooled, MIGRATION_DATABASE_URL: straight }).databaseUrl).toBe(pooled)
    for (const MIGRATION_DATABASE_URL of [undefined, pooled])
      expect(() => loadConfig({ DATABASE_URL: pooled, MIGRATION_DATABASE_URL })).toThrow(
        /^Setting MIGRATION_DATABASE_URL/,
      )
  })

  it('accept several secret keys, newest first', () => {
    expect(loadConfig({ WAYBILL_SECRET_KEY: 'a-new-secret-key, an-old-secret-key' }).secretKeys).toEqual([
      'a-new-secret-key',
      'an-old-secret-key',
    ])
  })

  it('accept a trace collector, and have none by default', () => {
    expect(loadConfig({}).otlp).toBeUndefined()
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'https://collector.test:4318'
    expect(
      loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YTpi==, x-org=1' })
        .otlp,
    ).toEqual({
      endpoint: OTEL_EXPORTER_OTLP_ENDPOINT,
      headers: { authorization: 'Basic YTpi==', 'x-org': '1' },
      ratio: 1,
    })
  })

  it('accept hosts with ports', () => {
    expect(loadConfig({ ALLOWED_HOSTS: 'Registry.lan:5000, [::1]:443' }).allowedHosts).toEqual([
      'registry.lan:5000',
      '[::1]:443',
    ])
  })

  it('accept networks of proxies and the URL that browsers use', () => {
    const settings = { TRUST_PROXY: '10.0.0.0/8, ::1', PUBLIC_URL: 'https://waybill.test/' }
    expect(loadConfig(settings)).toMatchObject({
      trustedProxies: ['10.0.0.0/8', '::1'],
      publicUrl: 'https://waybill.test',
    })
  })

  it.each([
    ['PORT', 'eighty'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['PUBLIC_URL', 'waybill.test'],
    ['PUBLIC_URL', 'https://waybill.test/console'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['WAYBILL_SECRET_KEY', 'short'],
    ['WAYBILL_SECRET_KEY', 'long-enough-to-be-used,short'],
    ['SEED', 'yes'],
    ['ALLOWED_HOSTS', 'registry.lan'],
    ['RATE_LIMITS', 'on'],
    ['TIME_LIMITS', '0'],
    ['MAX_TEXT_BYTES', '4 MiB'],
    ['MAX_FILE_BYTES', '100'],
    ['LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', ' https://collector.test '],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.test/?tenant=1'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=%FF'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=a%0Ab'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=€'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['TLS_CERT_FILE', ''],
  ])('name %s if it is wrong, but not its value', (name, value) => {
    const environment = name === 'TLS_CERT_FILE' ? { TLS_KEY_FILE: 'key.pem' } : { [name]: value }
    expect(() => loadConfig(environment)).toThrow(ConfigError)
    expect(() => loadConfig(environment)).toThrow(new RegExp(`^Setting ${name} is wrong: `))
  })

  it('put the generated certificate in the data directory', () => {
    expect(loadConfig({ DATA_DIR: '/data' }, ['--tls-self-signed']).tls).toEqual({
      certFile: '/data/tls/certificate.pem',
      keyFile: '/data/tls/key.pem',
      isSelfSigned: true,
    })
  })

  it.each([
    [['--tls-self-singed'], {}],
    [['start'], {}],
    [['--tls-self-signed'], { TLS_CERT_FILE: 'c.pem', TLS_KEY_FILE: 'k.pem' }],
  ])('are wrong with %s and %o', (args, environment) => {
    expect(() => loadConfig(environment, args)).toThrow(ConfigError)
  })
})
