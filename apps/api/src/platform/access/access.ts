import type { Access, FixedScope } from '@waybill/api-contract'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import { authenticate, type Authenticated, type Authentication } from './authenticate.ts'
import type { Caller, KnownUser, RequestScope } from './caller.ts'
import { refuseCrossSite } from './cross-site.ts'
import { rightsOf } from './roles/held-role.ts'
import type { TenantDb } from '../database/tenant-db.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required of every route; the app does not start otherwise. */
    access?: Access
    scope?: FixedScope
  }
  interface FastifyRequest {
    /** Who sends the request. Throws in a public route. */
    readonly caller: Caller
    /**
     * The caller in another project, or in the tenant for undefined, for operations that act in two scopes.
     * @throws AppError ResourceNotFound for a project that is not theirs
     */
    callerIn: (projectUid: string | undefined) => Promise<Caller>
    /** Whether the request's credential still gives access to its route, for responses that go on for long. */
    isStillIn: () => Promise<boolean>
    /** The caller's tenant: the only database client that features use. */
    readonly tenantDb: TenantDb
  }
}

export class AccessNotDeclaredError extends Error {}

const callers = new WeakMap<FastifyRequest, Caller>()

/** For the log, which must not fail if nobody is signed in. */
export const findCaller = (request: FastifyRequest): Caller | undefined => callers.get(request)

const likelyCallers = new WeakMap<FastifyRequest, KnownUser>()

/**
 * Who probably sent a request that was refused before it was authenticated: for the log only, never to allow anything.
 */
export const findLikelyCaller = (request: FastifyRequest): KnownUser | undefined => likelyCallers.get(request)

export const noteLikelyCaller = (request: FastifyRequest, user: KnownUser): void =>
  void likelyCallers.set(request, user)

/** Whether the route needs no signing in. */
export const isPublic = (access: Access | undefined): access is 'public' | 'public-own-site' =>
  access === 'public' || access === 'public-own-site'

export interface AccessOptions extends Authentication {
  tenantDb: (tenantUid: string) => TenantDb
}

/** Default deny: a route that declares no access stops the start. Access is checked before the body is read. */
export function registerAccess(app: FastifyInstance, options: AccessOptions): void {
  app.decorateRequest('caller', {
    getter(this: FastifyRequest) {
      const caller = callers.get(this)
      if (!caller) throw new AccessNotDeclaredError(`${this.routeOptions.url ?? 'no route'} knows no caller`)
      return caller
    },
  })
  app.decorateRequest('tenantDb', {
    getter(this: FastifyRequest) {
      return options.tenantDb(this.caller.tenantUid)
    },
  })
  app.decorateRequest('callerIn', async function (this: FastifyRequest, projectUid: string | undefined) {
    const { userUid, via } = this.caller
    const principal = await options.principals.findByUser(userUid, projectUid)
    if (!principal) throw new AppError('Unauthenticated')
    return toCaller({ principal, via }, projectUid)
  })
  app.decorateRequest('isStillIn', async function (this: FastifyRequest) {
    try {
      await letIn({ ...options, principals: options.principals.unnoted() }, this)
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  })
  app.addHook('onRoute', requireDeclaration)
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (request.is404) return
    if (access === 'public-own-site') return refuseCrossSite(request, options.publicUrl)
    if (access === 'public') return
    await letIn(options, request, (caller) => callers.set(request, caller))
  })
}

/** @param known called with the caller before their permissions are checked */
async function letIn(options: AccessOptions, request: FastifyRequest, known: (caller: Caller) => void = () => {}) {
  const { access, scope } = request.routeOptions.config
  if (access === undefined || isPublic(access)) throw new AccessNotDeclaredError(String(request.routeOptions.url))
  const projectUid = scope === 'tenant' ? undefined : projectUidOf(request, scope)
  const caller = toCaller(await authenticate(options, request, projectUid), projectUid)
  known(caller)
  checkPermission(access, caller)
}

function requireDeclaration(route: RouteOptions) {
  if (route.config?.access === undefined) {
    throw new AccessNotDeclaredError(`${String(route.method)} ${route.url} declares no access`)
  }
}

function checkPermission(access: Exclude<Access, 'public' | 'public-own-site'>, { permissions }: Caller) {
  if (access !== 'signed-in' && !permissions.has(access.permission)) throw new AppError('Forbidden')
}

/** The header ProjectUid, else the query parameter that samples of the documentation use, in any case. */
function projectUidOf(request: FastifyRequest, scope?: Exclude<FixedScope, 'tenant'>): string | undefined {
  if (scope === 'path-project') return textAt(request.params, 'uid')
  const header = request.headers['projectuid']
  if (typeof header === 'string' && header !== '') return header
  return scope === 'header-project' ? undefined : textAt(request.query, 'projectuid')
}

function textAt(fields: unknown, wanted: string): string | undefined {
  if (typeof fields !== 'object' || fields === null) return undefined
  const found = Object.entries(fields).find(([name]) => name.toLowerCase() === wanted)
  return typeof found?.[1] === 'string' && found[1] !== '' ? found[1] : undefined
}

/** A project of another tenant, one where the caller has no role and one that does not exist look the same. */
function toCaller({ principal, via }: Authenticated, projectUid: string | undefined): Caller {
  const { tenantUid, held, project } = principal
  const inTenant = rightsOf(held, tenantUid)
  const inProject = rightsOf(held, tenantUid, project?.uid)
  if (projectUid !== undefined && !(project && inProject.isIn)) throw new AppError('ResourceNotFound')
  const scope: RequestScope = project
    ? { kind: 'project', ...project }
    : { kind: 'tenant', uid: tenantUid, name: principal.tenantName }
  return {
    userUid: principal.userUid,
    email: principal.email,
    tenantUid,
    tenantName: principal.tenantName,
    scope,
    permissions: inProject.permissions,
    tenantPermissions: inTenant.permissions,
    via,
    sessionUid: principal.sessionUid,
  }
}
