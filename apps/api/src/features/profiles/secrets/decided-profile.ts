import { packNameOf } from '@waybill/profile-format'
import type { SecretDecision, TextInspection } from '@waybill/secret-finder'
import type { DecidedText } from '../../../format-tasks/inspect/decide-texts.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import type { SecretMark, SecretRule, StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

/** The profile with inspections as people decided: rules of the tenant for its packs, and marks of its own. */
export async function withDecisions(profile: StoredProfile, workers: FormatWorkers): Promise<StoredProfile> {
  if (profile.marks.length + profile.rules.length === 0) return profile
  const texts = profile.layers.flatMap((layer) => textsOf(layer, profile))
  const decided = texts.filter(({ decisions }) => decisions.length > 0)
  if (decided.length === 0) return profile
  const inspections = await workers.run('decideTexts', decided)
  const byUid = new Map(decided.map(({ uid }, index) => [uid, inspections[index]]))
  return { ...profile, layers: profile.layers.map((layer) => withInspections(layer, byUid)) }
}

/** What was said of a text of a layer. A mark holds over a rule, but for one that always masks. */
function decisionsFor(
  { marks, rules }: { marks: readonly SecretMark[]; rules: readonly SecretRule[] },
  { layerName, manifest }: { layerName: string; manifest: string },
): SecretDecision[] {
  const ofPack = manifest === '' ? rules.filter(({ packName }) => packName === packNameOf(layerName)) : []
  const ruled = (verdict: SecretRule['verdict']) => ofPack.filter((rule) => rule.verdict === verdict)
  return [
    ...ruled('never').map(({ path }) => ({ path, verdict: 'harmless' as const, by: 'rule' as const })),
    ...marks
      .filter((mark) => mark.layerName === layerName && mark.manifest === manifest)
      .map(({ path, verdict }) => ({ path, verdict, by: 'mark' as const })),
    ...ruled('always').map(({ path }) => ({ path, verdict: 'secret' as const, by: 'rule' as const })),
  ]
}

type TextOfLayer = DecidedText & { uid: string }

function textsOf(layer: StoredLayer, said: Pick<StoredProfile, 'marks' | 'rules'>): TextOfLayer[] {
  const of = (manifest: string) => decisionsFor(said, { layerName: layer.name, manifest })
  return [
    { uid: layer.uid, text: layer.values ?? '', inspection: layer.inspection, decisions: of('') },
    ...layer.manifests.map(({ uid, name, content, inspection }) => ({
      uid,
      text: content,
      inspection,
      decisions: of(name),
    })),
  ]
}

function withInspections(layer: StoredLayer, byUid: ReadonlyMap<string, TextInspection | undefined>): StoredLayer {
  const manifests = layer.manifests.map((manifest) => ({
    ...manifest,
    inspection: byUid.get(manifest.uid) ?? manifest.inspection,
  }))
  return { ...layer, inspection: byUid.get(layer.uid) ?? layer.inspection, manifests }
}
