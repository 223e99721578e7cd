import type { FastifyRequest } from 'fastify'
import { findPacksOfLayers } from '../features/packs/read/pack-of-layer-repository.ts'
import type { PackValidationPorts } from '../features/profile-edit/pack-validation/pack-validation-service.ts'
import { factsQuestion } from '../features/profile-import/facts-question.ts'
import { createPackFacts } from '../features/profiles/packs/pack-facts-repository.ts'
import { isVisible } from '../features/profiles/stored/profile-access.ts'
import { createProfileReader } from '../features/profiles/stored/profile-read-repository.ts'
import type { Platform } from '../platform/platform.ts'
import { askedPacks } from './edit-ports.ts'
import { gatherFacts } from './import-facts.ts'
import { profileToEdit } from './profile-to-edit.ts'

/** Where checking packs meets profiles and catalogue. */
export const packValidationPorts =
  ({ cipher, workers }: Pick<Platform, 'cipher' | 'workers'>) =>
  ({ tenantDb: db, caller }: FastifyRequest): PackValidationPorts => ({
    async openProfile(uid) {
      const profile = UID.test(uid)
        ? await createProfileReader(db, cipher).findProfile(uid, ['draft', 'published'])
        : null
      return profile && isVisible(caller, profile) ? profileToEdit(profile) : null
    },
    findPacks: (requests) => findPacksOfLayers(db, askedPacks(requests)),
    async check(document) {
      // Without a name nothing is asked of the profiles here, which is nothing to packs.
      const question = factsQuestion({ ...document, name: '' }, {})
      const { registries, candidates, knownVersions } = await gatherFacts(db, { question, caller, cipher })
      return workers.run('checkPacks', { document, facts: { registries, candidates, knownVersions } })
    },
    async displayNames(packUids) {
      const facts = await createPackFacts(db).listFacts(packUids)
      return new Map([...facts].map(([uid, { displayName }]) => [uid, displayName]))
    },
  })

const UID = /^[0-9a-f]{24}$/
