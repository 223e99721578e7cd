import type { FastifyBaseLogger } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { currentLayers } from '../stored/current-layers.ts'
import { findProfile } from '../stored/profile-read-repository.ts'
import { findUncounted, keepRecalled, leftEmptyByImport } from './recall-repository.ts'
import { certainEmptyValues, possibleEmptyValues } from './recalled-empty-values.ts'

interface Recalling extends Pick<Platform, 'prisma' | 'tenantDb' | 'cipher' | 'workers'> {
  signal?: AbortSignal
}

/**
 * Finds out, for profiles imported before empty values were counted, which of the values that the import left empty
 * still are. It can be stopped at any moment and run by several processes at once: a profile that changed meanwhile is
 * left for the next start.
 */
export async function recallEmptyValues({ prisma, tenantDb, cipher, workers, signal }: Recalling): Promise<number> {
  const uncounted = await findUncounted(prisma)
  let count = 0
  for (const { uid, tenantUid } of uncounted) {
    if (signal?.aborted) break
    const db = tenantDb(tenantUid)
    const profile = await findProfile(db, cipher, uid)
    if (!profile) continue
    const texts = { packs: currentLayers(profile), variables: profile.variables }
    const values = possibleEmptyValues(texts, await leftEmptyByImport(db, uid))
    const found = await workers.run('findEmptyValues', { ...texts, values })
    await keepRecalled(db, cipher, { uid, revision: profile.revision, values: certainEmptyValues(found) })
    count += 1
  }
  return count
}

/** Runs in the background of a started server. @returns stops it */
export function startRecalling(tools: Omit<Recalling, 'signal'>, log: FastifyBaseLogger): () => Promise<void> {
  const stop = new AbortController()
  const run = recallEmptyValues({ ...tools, signal: stop.signal }).then(
    (count) => {
      if (count > 0) log.info({ count }, 'values that imports left empty are counted')
    },
    (err: unknown) => log.warn({ err }, 'counting values that imports left empty'),
  )
  return () => {
    stop.abort()
    return run
  }
}
