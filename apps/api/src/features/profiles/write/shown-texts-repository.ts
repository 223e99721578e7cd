import type { Database } from '../../../platform/database/prisma.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readLabels } from '../stored/profile-head-repository.ts'
import { shownTextsOf } from './shown-texts.ts'

/** Fills the search columns of profiles written before they existed. A concurrent change fills them itself. */
export async function fillShownTexts({ prisma, tenantDb }: Pick<Platform, 'prisma' | 'tenantDb'>): Promise<number> {
  const unshown = await findUnshown(prisma)
  for (const { uid, tenantUid, description, labels } of unshown) {
    const { shownDescription, shownTags, tags } = shownTextsOf({ description, labels: readLabels(labels) })
    await tenantDb(tenantUid).$executeRaw`
      UPDATE profiles SET shown_description = ${shownDescription}, shown_tags = ${shownTags}::text[], tags = ${tags}::text[]
      WHERE tenant_uid = ${tenantUid} AND uid = ${uid} AND shown_description IS NULL`
  }
  return unshown.length
}

const findUnshown = (prisma: Database) =>
  prisma.profile.findMany({
    where: { shownDescription: null },
    select: { uid: true, tenantUid: true, description: true, labels: true },
  })
