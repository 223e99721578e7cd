import { recordAudit } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { countAgainst, type RateLimit } from '../../../platform/rates/rate-limit.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { requireUnmask } from '../profile-policy.ts'
import { openProfile } from '../read/profile-service.ts'
import { currentLayers } from '../stored/current-layers.ts'
import { maskProfile } from '../stored/mask-profile.ts'
import { layersOf, mainStage } from '../stored/stored-document.ts'
import type { StoredProfile } from '../stored/stored-profile.ts'

/** A masked place in one of a layer's texts, or the default of a variable. */
type RevealPlace =
  { layerName: string; manifest?: string | undefined; path: string; stage?: 'draft' | undefined } | { variable: string }

/** More than a person looks at in a minute, and fewer than a script would want. */
const REVEALS: RateLimit = { name: 'reveal', max: 60, windowSeconds: 60 }

type RevealUse = UseCase<'cipher' | 'workers' | 'prisma'>

/**
 * The value behind one mask. The audit event names place and person, never the value, and is written before the value
 * is returned.
 * @throws AppError ResourceNotFound if there is no mask, Forbidden, TooManyRequests
 */
export async function revealSecret(use: RevealUse, uid: string, place: RevealPlace) {
  const { db, caller, tools } = use
  await countAgainst(tools.prisma, REVEALS, caller.userUid)
  const profile = await openProfile(use, uid)
  requireUnmask(caller, profile)
  const value = 'variable' in place ? defaultOf(profile, place.variable) : await valueAt(use, profile, place)
  if (value === undefined) throw new AppError('ResourceNotFound')
  const auditUid = await recordAudit(db, {
    caller,
    action: 'reveal',
    resource: { kind: 'clusterprofile', uid, name: profile.name },
    details: { version: profile.version, ...detailsOf(place) },
  })
  return { value, auditUid }
}

function detailsOf(place: RevealPlace): Record<string, string> {
  if ('variable' in place) return { variable: place.variable }
  const { layerName, manifest, path, stage } = place
  return { layer: layerName, ...(manifest !== undefined && { manifest }), path, ...(stage && { stage }) }
}

function defaultOf(profile: StoredProfile, name: string): string | undefined {
  const named = (variables: StoredProfile['variables']) => variables.find((variable) => variable.name === name)
  const value = named(profile.variables)?.defaultValue
  return value === named(maskProfile(profile).variables)?.defaultValue ? undefined : value
}

type TextPlace = Exclude<RevealPlace, { variable: string }>

async function valueAt({ tools }: RevealUse, profile: StoredProfile, place: TextPlace): Promise<string | undefined> {
  const text = textAt(profile, place)
  const masked = textAt(maskProfile(profile), place)
  if (text === undefined || masked === undefined || text.content === masked.content) return undefined
  const { content, inspection } = text
  return tools.workers.run('revealValue', {
    text: content,
    masked: masked.content,
    secrets: inspection.secrets,
    path: place.path,
  })
}

/** The text that the screen shows: the published one, else the draft's; or the one that a change starts from. */
function textAt(profile: StoredProfile, { layerName, manifest: wanted, stage }: TextPlace) {
  const layers = stage === 'draft' ? currentLayers(profile) : layersOf(profile, mainStage(profile))
  const layer = layers.find(({ name }) => name === layerName)
  if (wanted !== undefined) return layer?.manifests.find(({ name }) => name === wanted)
  return layer?.values === undefined ? undefined : { content: layer.values, inspection: layer.inspection }
}
