import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import underPressure from '@fastify/under-pressure'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { DestinationStream } from 'pino'
import { isHttps } from './config.ts'
import { registerRefusedRequests } from './platform/audit/refused-requests.ts'
import { registerRequestOrigin } from './platform/audit/request-origin.ts'
import { registerFeatures } from './feature-routes.ts'
import { registerApiDocs } from './platform/http/pages/api-docs.ts'
import { isPublic, registerAccess } from './platform/access/access.ts'
import { AppError } from './platform/errors/app-error.ts'
import { consoleDirectory, registerConsole } from './platform/http/pages/console-files.ts'
import { CONTENT_SECURITY_POLICY } from './platform/http/pages/content-security-policy.ts'
import { registerDeclaredResponses } from './platform/http/declared-responses.ts'
import { registerErrorHandler, sendError } from './platform/http/error-handler.ts'
import { registerDraining } from './platform/http/guards/draining.ts'
import { registerLargeRequests } from './platform/http/guards/large-requests.ts'
import { registerStorageGuard } from './platform/http/guards/storage-guard.ts'
import { healthRoutes, registerMetrics } from './platform/http/health.ts'
import { registerIdempotency } from './platform/idempotency/idempotency.ts'
import { registerJsonBody } from './platform/http/json-body.ts'
import { registerOpenApi } from './platform/openapi/openapi.ts'
import type { Platform } from './platform/platform.ts'
import { createPrincipalRepository } from './platform/access/principal-repository.ts'
import { registerRequestSpans } from './platform/telemetry/request-spans.ts'
import { createLog, registerRequestLog } from './platform/http/request-log.ts'
import { registerRequestRates } from './platform/http/guards/request-rates.ts'
import { answerBrokenRequest, createServer, type TlsFiles } from './platform/http/http-server.ts'
import { newUid } from './platform/database/uid.ts'
import { createKeptUploads } from './platform/http/uploads/kept-uploads.ts'
import { uploadLimits } from './platform/http/uploads/upload-limits.ts'

const JSON_BODY_BYTES = 1024 * 1024

/**
 * Older clients of Palette request `/v1/clusterprofiles/`. Only GET ignores the trailing slash: when a script's uid is
 * empty, DELETE of one session would become that of all.
 */
const SLASH_BEHIND = /^(\/(?:v1|docs)[^?]*)\/(?=\?|$)/

/** An event loop delayed by this much answers 503 at once instead of getting slower and slower. */
const OVERLOADED_MS = 5_000

export interface AppOptions {
  tls?: TlsFiles | undefined
  consoleDirectory?: string
  /** 0 never answers 503, for machines that are busy with other things. */
  overloadedMs?: number
  /** Where log lines go; standard output by default. */
  logTo?: DestinationStream
}

/** The whole API and console as one Fastify app, which is not listening yet. */
export async function buildApp(platform: Platform, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = createFastify(platform, options)
  registerErrorHandler(app)
  registerRequestSpans(app)
  registerDraining(app)
  registerJsonBody(app)
  await registerProtection(app, platform, options)
  registerRequestRates(app, { ...platform, factor: platform.config.rateLimits })
  registerAccess(app, {
    ...platform,
    publicUrl: platform.config.publicUrl,
    principals: createPrincipalRepository(platform.prisma),
  })
  registerRequestOrigin(app)
  registerRefusedRequests(app, platform)
  registerStorageGuard(app, platform)
  registerLargeRequests(app)
  registerIdempotency(app, platform)
  registerDeclaredResponses(app)
  registerRequestLog(app)
  await registerOpenApi(app)
  await registerApiDocs(app)
  registerMetrics(app)
  await app.register(healthRoutes, { platform })
  await registerFeatures(app, platform)
  await registerConsole(app, options.consoleDirectory ?? consoleDirectory, platform.sessionCookie)
  await app.ready()
  return app
}

/** Passed as options because Fastify's setters would first load compilers of its own; its types know only those. */
const compilersFactory: object = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => serializerCompiler,
}

function createFastify({ config }: Platform, { tls, logTo }: AppOptions): FastifyInstance {
  return fastify({
    loggerInstance: createLog(config.logLevel, logTo),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newUid,
    requestIdHeader: false,
    trustProxy: [...config.trustedProxies],
    bodyLimit: JSON_BODY_BYTES,
    schemaController: { compilersFactory },
    // Paths may contain tokens.
    routerOptions: { maxParamLength: 1_024 },
    rewriteUrl: ({ method, url = '/' }) => (method === 'GET' ? url.replace(SLASH_BEHIND, '$1') : url),
    forceCloseConnections: 'idle',
    // registerDraining answers with an error code.
    return503OnClosing: false,
    serverFactory: (handler) => createServer(handler, { tls, trustedProxies: config.trustedProxies }),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  })
}

async function registerProtection(
  app: FastifyInstance,
  { config }: Platform,
  { overloadedMs = OVERLOADED_MS }: AppOptions,
) {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY },
    // This host only: other services on its domain are not ours to move to HTTPS.
    hsts: keepsToHttps(config) && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(underPressure, {
    maxEventLoopDelay: overloadedMs,
    pressureHandler: (request, ...[, , delay]) => {
      // Infinity means no sample yet, as after a second in which the event loop was blocked; it does not mean that the
      // loop is late.
      const isBehind = Number.isFinite(delay)
      // A supervisor that gets 503 here would restart a process that is merely busy.
      if (isBehind && !isPublic(request.routeOptions.config.access)) throw new AppError('Unavailable')
    },
  })
  await app.register(cookie)
  await app.register(multipart, { limits: uploadLimits() })
  app.decorate('keptUploads', createKeptUploads())
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

/** A certificate made for a trial must not commit browsers to HTTPS for a year. */
const keepsToHttps = (config: Platform['config']) => isHttps(config) && config.tls?.isSelfSigned !== true
