import type { FastifyRequest } from 'fastify'
import { SourceError, type CheckOutcome } from '@waybill/pack-sources'
import { markLayersOfPacks } from '../features/profiles/write/profile-validity-repository.ts'
import type { RegistryDraft } from '../features/registries/forms/registry-draft.ts'
import { fieldProblem } from '../features/registries/forms/registry-draft.ts'
import { createRegistryStore } from '../features/registries/registry-repository.ts'
import type { RegistryPorts } from '../features/registries/registry-service.ts'
import { AppError } from '../platform/http/errors/app-error.ts'
import { checkEndpointResolved } from '../platform/outbound/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { countAgainst, type RateLimit } from '../platform/http/rates/rate-limit.ts'
import type { OpenRegistry, RegistryConnection } from '../platform/registry-connection.ts'
import { addressOf, connectionWith, NO_CREDENTIALS } from '../platform/registry-credentials.ts'
import { newUid } from '../platform/database/uid.ts'
import { syncRequester } from './registry-sync-ports.ts'

const PROBES: RateLimit = { name: 'registry-test', max: 20, windowSeconds: 60 }
const PROBE_WITHIN_MS = 10_000

interface Tools {
  platform: Pick<Platform, 'cipher' | 'config' | 'jobs' | 'prisma'>
  openRegistry: OpenRegistry
}

/** Where registries meet the network, their syncs and the layers that use them. */
export const registryPorts =
  ({ platform, openRegistry }: Tools) =>
  ({ tenantDb, caller }: Pick<FastifyRequest, 'tenantDb' | 'caller'>): RegistryPorts => {
    const { cipher, config, prisma } = platform
    const requestSync = syncRequester(platform)
    return {
      newUid,
      store: createRegistryStore(tenantDb, { cipher, caller }),
      transaction: (work) =>
        tenantDb.$transaction(
          (tx) =>
            work({
              ...createRegistryStore(tx, { cipher, caller }),
              markLayers: (packUids) => markLayersOfPacks(tx, packUids),
            }),
          { timeout: 60_000, maxWait: 10_000 },
        ),
      checkAddress: (draft) => checkAddress(draft, { openRegistry, allowedHosts: config.allowedHosts }),
      probe: (connection) => probe(connection, openRegistry),
      countProbe: () => countAgainst(prisma, PROBES, caller.userUid),
      requestSync: async (registryUid, request) => {
        await requestSync(tenantDb, caller, { registryUid, ...request })
      },
    }
  }

/** Opening judges the address and asks nothing; what its name resolves to is looked at beside that, except for folders. */
async function checkAddress(
  draft: RegistryDraft,
  { openRegistry, allowedHosts }: { openRegistry: OpenRegistry; allowedHosts: readonly string[] },
) {
  try {
    const isFolder = draft.kind === 'pack' && draft.endpoint.startsWith('file:')
    if (!isFolder) await checkEndpointResolved(addressOf(draft), allowedHosts)
    await openRegistry(connectionWith(draft, NO_CREDENTIALS)).close()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new AppError('ForbiddenUrl', { details: [fieldProblem('spec.endpoint')], cause: error })
  }
}

const OUTCOMES = {
  unreachable: 'RegistryUnreachable',
  unauthorised: 'RegistryUnauthorised',
  'not-a-registry': 'NotARegistry',
} as const satisfies Record<Exclude<CheckOutcome, 'ok'>, string>

async function probe(connection: RegistryConnection, openRegistry: OpenRegistry) {
  const { source, close } = openedWithKeys(connection, openRegistry)
  const signal = AbortSignal.timeout(PROBE_WITHIN_MS)
  try {
    const outcome = await Promise.race([source.check(signal), aborted(signal)])
    if (outcome !== 'ok') throw new AppError(OUTCOMES[outcome])
  } finally {
    await close()
  }
}

/** The address was judged before: what is left to refuse is where AWS would be asked for a password. */
function openedWithKeys(connection: RegistryConnection, openRegistry: OpenRegistry) {
  try {
    return openRegistry(connection)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new AppError('ForbiddenUrl', { details: [fieldProblem('spec.defaultRegion')], cause: error })
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<'unreachable'>((resolve) => {
    signal.addEventListener('abort', () => resolve('unreachable'), { once: true })
  })
