import { SourceError, type CheckOutcome } from '@waybill/pack-sources'
import { AppError } from '../../../platform/errors/app-error.ts'
import { fieldProblem } from '../../../platform/errors/field-errors.ts'
import { countAgainst, type RateLimit } from '../../../platform/rates/rate-limit.ts'
import { timeLimit } from '../../../platform/time-limits.ts'
import { connectionWith, type OpenRegistry, type RegistryConnection } from '../../registry-connection/index.ts'
import { settleCredentials, type RegistryDraft } from '../forms/registry-draft.ts'
import { createRegistryRepository } from '../registry-repository.ts'
import type { RegistryUse } from '../registry-service.ts'
import { checkAddress } from './check-address.ts'

const PROBES: RateLimit = { name: 'registry-test', max: 20, windowSeconds: 60 }
const PROBE_WITHIN_MS = 10_000

const REFUSALS = {
  unreachable: 'RegistryUnreachable',
  unauthorised: 'RegistryUnauthorised',
  'not-a-registry': 'NotARegistry',
} as const satisfies Record<Exclude<CheckOutcome, 'ok'>, string>

/**
 * Checks that a registry answers, is of this kind and accepts our credentials.
 * @throws AppError ForbiddenUrl, RegistryUnreachable, RegistryUnauthorised, NotARegistry, RegistryCredentialsNeeded,
 * TooManyRequests
 */
export async function probeRegistry(
  { db, caller, tools }: RegistryUse,
  { draft, registryUid }: { draft: RegistryDraft; registryUid: string },
): Promise<void> {
  await countAgainst(tools.prisma, PROBES, caller.userUid)
  await checkAddress(draft, tools)
  const known = registryUid === '' ? null : await createRegistryRepository(db, tools.cipher).find({ uid: registryUid })
  const connection = connectionWith(draft, settleCredentials(draft, known ?? undefined))
  const outcome = await check(connection, tools.openRegistry)
  if (outcome !== 'ok') throw new AppError(REFUSALS[outcome])
}

async function check(connection: RegistryConnection, openRegistry: OpenRegistry): Promise<CheckOutcome> {
  const { source, close } = openWithKeys(connection, openRegistry)
  const signal = AbortSignal.timeout(timeLimit(PROBE_WITHIN_MS))
  try {
    return await Promise.race([source.check(signal), aborted(signal)])
  } finally {
    await close()
  }
}

/** The address was checked before; this can only refuse the AWS endpoint that would be asked for a password. */
function openWithKeys(connection: RegistryConnection, openRegistry: OpenRegistry) {
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
