import { packNameOf } from '@waybill/profile-format'
import type { SecretDecision, TextInspection } from '@waybill/secret-finder'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import { type LayerText, textsOfLayer } from './layer-texts.ts'
import { isStillMarked } from './marked-value.ts'
import type { SecretMark, SecretRule, StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

/** The profile's inspections after decisions: the tenant's rules for its packs, and the profile's own marks. */
export async function withDecisions(
  profile: StoredProfile,
  { cipher, workers, tenantUid }: { cipher: Cipher; workers: FormatWorkers; tenantUid: string },
): Promise<StoredProfile> {
  if (profile.marks.length + profile.rules.length === 0) return profile
  const holds = ({ digest, path, verdict }: SecretMark, text: LayerText): boolean =>
    verdict === 'secret' || isStillMarked(cipher, { ...text, path, tenantUid }, digest)
  const said = { ...profile, holds }
  const texts = profile.layers.flatMap(textsOfLayer).map((text) => ({ ...text, decisions: decisionsFor(said, text) }))
  const decided = texts.filter(({ decisions }) => decisions.length > 0)
  if (decided.length === 0) return profile
  const inspections = await workers.run('decideTexts', decided)
  const byUid = new Map(decided.map(({ uid }, index) => [uid, inspections[index]]))
  return { ...profile, layers: profile.layers.map((layer) => withInspections(layer, byUid)) }
}

interface Said extends Pick<StoredProfile, 'marks' | 'rules'> {
  holds: (mark: SecretMark, text: LayerText) => boolean
}

/**
 * The decisions about one of a layer's texts that apply to its current content. A mark takes precedence over a rule,
 * except for a rule that always masks.
 */
function decisionsFor({ marks, rules, holds }: Said, text: LayerText): SecretDecision[] {
  const { layerName, manifest } = text
  const ofPack = manifest === '' ? rules.filter(({ packName }) => packName === packNameOf(layerName)) : []
  const ruled = (verdict: SecretRule['verdict']) => ofPack.filter((rule) => rule.verdict === verdict)
  return [
    ...ruled('never').map(({ path }) => ({ path, verdict: 'harmless' as const, by: 'rule' as const })),
    ...marks
      .filter((mark) => mark.layerName === layerName && mark.manifest === manifest && holds(mark, text))
      .map(({ path, verdict }) => ({ path, verdict, by: 'mark' as const })),
    ...ruled('always').map(({ path }) => ({ path, verdict: 'secret' as const, by: 'rule' as const })),
  ]
}

function withInspections(layer: StoredLayer, byUid: ReadonlyMap<string, TextInspection | undefined>): StoredLayer {
  const manifests = layer.manifests.map((manifest) => ({
    ...manifest,
    inspection: byUid.get(manifest.uid) ?? manifest.inspection,
  }))
  return { ...layer, inspection: byUid.get(layer.uid) ?? layer.inspection, manifests }
}
