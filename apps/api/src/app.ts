import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { sessionRoutes } from './features/auth/session-routes.ts'
import { tokenRoutes } from './features/auth/token-routes.ts'
import { projectRoutes } from './features/projects/project-routes.ts'
import { userRoutes } from './features/users/user-routes.ts'
import { registerAccess } from './platform/access.ts'
import { consoleDirectory, registerConsole } from './platform/console-files.ts'
import { registerErrorHandler, sendError } from './platform/error-handler.ts'
import { createMetrics, healthRoutes, metricsRoutes } from './platform/health.ts'
import { registerJsonBody } from './platform/json-body.ts'
import { registerOpenApi } from './platform/openapi.ts'
import type { Platform } from './platform/platform.ts'
import { createPrincipalRepository } from './platform/principal-repository.ts'
import { createLog, registerRequestLog } from './platform/request-log.ts'
import { createServer, type TlsFiles } from './platform/http-server.ts'
import { newUid } from './platform/uid.ts'
import { UPLOAD_LIMITS } from './platform/upload-limits.ts'

const JSON_BODY_BYTES = 1024 * 1024

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // CodeMirror and PatternFly place style elements and attributes at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

export interface AppOptions {
  tls?: TlsFiles | undefined
  consoleDirectory?: string
}

/** The whole API and console as one Fastify app; it listens nowhere yet. */
export async function buildApp(platform: Platform, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = createFastify(platform, options)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerErrorHandler(app)
  registerJsonBody(app)
  await registerProtection(app, platform)
  registerAccess(app, { ...platform, principals: createPrincipalRepository(platform.prisma) })
  registerRequestLog(app)
  await registerOpenApi(app)
  registerMetrics(app)
  await registerFeatures(app, platform)
  await registerConsole(app, options.consoleDirectory ?? consoleDirectory)
  await app.ready()
  return app
}

function createFastify({ config }: Platform, { tls }: AppOptions): FastifyInstance {
  return fastify({
    loggerInstance: createLog(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newUid,
    requestIdHeader: false,
    bodyLimit: JSON_BODY_BYTES,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    serverFactory: (handler) => createServer(handler, tls),
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  })
}

async function registerProtection(app: FastifyInstance, { config }: Platform) {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY },
    hsts: config.tls !== undefined,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(cookie)
  await app.register(multipart, { limits: UPLOAD_LIMITS })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

function registerMetrics(app: FastifyInstance) {
  const { registry, durations } = createMetrics()
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    }
    durations.observe(labels, reply.elapsedTime / 1_000)
  })
  void app.register(metricsRoutes, { registry })
}

async function registerFeatures(app: FastifyInstance, platform: Platform) {
  await app.register(healthRoutes, { platform })
  await app.register(tokenRoutes, { platform })
  await app.register(sessionRoutes, { platform })
  await app.register(userRoutes)
  await app.register(projectRoutes)
}
