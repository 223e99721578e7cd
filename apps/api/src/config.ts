import { isAbsolute, join, resolve } from 'node:path'
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { LIMITS, LIMIT_SETTINGS, type InstalledLimits } from '@waybill/profile-format'
import { z } from 'zod'
import { OperatorError } from './platform/errors/operator-error.ts'
import type { OtlpConfig } from './platform/telemetry/otlp-tracer.ts'
import { sharesSessions } from './platform/database/upkeep/shared-sessions.ts'

const repositoryRoot = resolve(import.meta.dirname, '../../..')

const inRepository = (path: string) => (isAbsolute(path) ? path : resolve(repositoryRoot, path))

const hostAndPort = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+):\d{1,5}$/

/** In OpenTelemetry's format: percent-encoded values, of characters that a header can hold. */
const header = /^[\w-]+=(?:[ -$&-~]|%(?:[2-6][0-9a-fA-F]|7[0-9a-eA-E]))+$/
const readHeader = (entry: string): [string, string] => {
  const [name = '', ...value] = entry.split('=')
  return [name, decodeURIComponent(value.join('='))]
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)

/** An address, or a network such as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

/** Scheme, host and port, in the form that browsers send as Origin. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`)
}

/** A URL that a path can be appended to. */
const isCollector = (text: string) => URL.canParse(text) && /^https?:[^\s?#]+$/i.test(text)

const bytes = ({ least, most }: { least: number; most: number }, byDefault: number) => {
  const message = `must be a number of bytes from ${least} to ${most}`
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(byDefault)
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')

const settingsSchema = z.object({
  PORT: z.coerce.number('must be a port number').int('must be a port number').min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data').transform(inRepository),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  WAYBILL_SECRET_KEY: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => key.length >= 16), 'each key must have at least 16 characters')
    .optional(),
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be http(s)://host or http(s)://host:port, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform(listOf)
    .refine((list) => list.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8, comma separated'),
  SEED: z.enum(['demo', 'none'], 'must be demo or none').default('none'),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((list) => listOf(list.toLowerCase()))
    .refine((list) => list.every((entry) => hostAndPort.test(entry)), 'must be host:port, comma separated'),
  PACK_FOLDERS: z
    .string()
    .default('')
    .transform(listOf)
    .refine((list) => list.every((entry) => isAbsolute(entry)), 'must be absolute paths, comma separated'),
  RATE_LIMITS: z
    .string()
    .regex(/^(off|\d{1,6}(\.\d{1,6})?)$/, 'must be off or a factor such as 1 or 2.5')
    .default('1')
    .transform((factor) => (factor === 'off' ? 0 : Number(factor))),
  TIME_LIMITS: z.coerce
    .number('must be a factor from 1 to 100')
    .min(1, 'must be a factor from 1 to 100')
    .max(100, 'must be a factor from 1 to 100')
    .default(1),
  MAX_TEXT_BYTES: bytes(LIMIT_SETTINGS.textBytes, LIMITS.textBytes),
  MAX_FILE_BYTES: bytes(LIMIT_SETTINGS.fileBytes, LIMITS.fileBytes),
  AUDIT_DAYS: z.coerce
    .number('must be a number of days, or 0 to keep events for ever')
    .int('must be a whole number of days')
    .min(0, 'must not be negative')
    .max(36_500, 'must be 36500 at most')
    .default(365),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine(isCollector, 'must be an address, http(s)://host:port, without a query')
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .default('')
    .transform(listOf)
    .refine((list) => list.every((entry) => header.test(entry)), 'must be name=value, comma separated')
    .transform((list) => Object.fromEntries(list.map(readHeader))),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number from 0 to 1')
    .min(0, 'must be a number from 0 to 1')
    .max(1, 'must be a number from 0 to 1')
    .default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export const SETTING_NAMES = Object.keys(settingsSchema.shape)

export interface TlsConfig {
  certFile: string
  keyFile: string
  /** Created at the start, for trying out HTTPS. */
  isSelfSigned: boolean
}

export interface Config {
  port: number
  host: string
  dataDir: string
  /** An external PostgreSQL; the embedded one is then not started. */
  databaseUrl: string | undefined
  /**
   * URL of the same database for the role that owns the tables. The role of `databaseUrl` then need not own them, and
   * row-level security applies to it.
   */
  migrationDatabaseUrl: string | undefined
  /** Newest first; texts of the others stay readable. Absent: the key file in the data directory is used. */
  secretKeys: readonly string[] | undefined
  tls: TlsConfig | undefined
  /** The origin at which browsers reach this installation, if it is behind a proxy. */
  publicUrl: string | undefined
  /** Proxies whose X-Forwarded-For and X-Forwarded-Proto are trusted, as addresses and networks. */
  trustedProxies: readonly string[]
  seed: 'demo' | 'none'
  /** `host:port` of registries that may have private addresses. */
  allowedHosts: readonly string[]
  /** Folders on this server that pack registries may read (file://), for air-gapped sites. */
  packFolders: readonly string[]
  /** Multiplies Palette's request rates; 0 for no limit. */
  rateLimits: number
  /** Multiplies the limits of the server's own waiting. */
  timeLimits: number
  limits: InstalledLimits
  /** Retention of audit events; 0 for ever. */
  auditDays: number
  logLevel: string
  /** Where traces are sent; none are sent if absent. */
  otlp: OtlpConfig | undefined
}

/** Whether browsers use HTTPS, here or at a proxy in front. */
export const isHttps = ({ publicUrl, tls }: Pick<Config, 'publicUrl' | 'tls'>): boolean =>
  publicUrl === undefined ? tls !== undefined : publicUrl.startsWith('https:')

/** Names the setting, never its value: values can be secrets. */
export class ConfigError extends OperatorError {}

/** Empty strings count as unset, as in most process managers. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env, args: readonly string[] = []): Config {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, environment[name] || undefined]))
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`Setting ${String(issue?.path[0])} is wrong: ${issue?.message ?? 'not understood'}`)
  }
  const settings = parsed.data
  checkPooler(settings.DATABASE_URL, settings.MIGRATION_DATABASE_URL)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    migrationDatabaseUrl: settings.DATABASE_URL && settings.MIGRATION_DATABASE_URL,
    secretKeys: settings.WAYBILL_SECRET_KEY,
    tls: hasSelfSigned(args)
      ? selfSigned(settings.DATA_DIR, settings.TLS_CERT_FILE ?? settings.TLS_KEY_FILE)
      : tlsFiles(settings.TLS_CERT_FILE, settings.TLS_KEY_FILE),
    publicUrl: settings.PUBLIC_URL,
    trustedProxies: settings.TRUST_PROXY,
    seed: settings.SEED,
    allowedHosts: settings.ALLOWED_HOSTS,
    packFolders: settings.PACK_FOLDERS,
    rateLimits: settings.RATE_LIMITS,
    timeLimits: settings.TIME_LIMITS,
    limits: { textBytes: settings.MAX_TEXT_BYTES, fileBytes: settings.MAX_FILE_BYTES },
    auditDays: settings.AUDIT_DAYS,
    logLevel: settings.LOG_LEVEL,
    otlp: otlpOf(settings),
  }
}

/** Migrations hold session locks, which a pooler cannot keep. */
function checkPooler(url: string | undefined, ownerUrl: string | undefined) {
  if (!url || !sharesSessions(ownerUrl ?? url)) return
  throw new ConfigError(
    'Setting MIGRATION_DATABASE_URL is wrong: where DATABASE_URL says pgbouncer=true, it has to lead straight to PostgreSQL',
  )
}

function otlpOf({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_HEADERS: headers,
  OTEL_TRACES_SAMPLER_ARG: ratio,
}: z.output<typeof settingsSchema>): OtlpConfig | undefined {
  return endpoint === undefined ? undefined : { endpoint, headers, ratio }
}

function tlsFiles(certFile: string | undefined, keyFile: string | undefined) {
  if (!certFile && !keyFile) return undefined
  if (!certFile) throw new ConfigError('Setting TLS_CERT_FILE is wrong: TLS_KEY_FILE needs it')
  if (!keyFile) throw new ConfigError('Setting TLS_KEY_FILE is wrong: TLS_CERT_FILE needs it')
  return { certFile, keyFile, isSelfSigned: false }
}

function hasSelfSigned(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'tls-self-signed': { type: 'boolean', default: false } },
    })
    return values['tls-self-signed']
  } catch (cause) {
    throw new ConfigError('Only --tls-self-signed is known on the command line; all else is a setting', { cause })
  }
}

function selfSigned(dataDir: string, given: string | undefined): TlsConfig {
  if (given) throw new ConfigError('Setting TLS_CERT_FILE is wrong: --tls-self-signed makes a certificate of its own')
  const file = (name: string) => join(dataDir, 'tls', name)
  return { certFile: file('certificate.pem'), keyFile: file('key.pem'), isSelfSigned: true }
}
