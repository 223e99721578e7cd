/** What other features may use of profiles. */
export { holdPacks, markLayersOfPacks, takePacks } from './write/profile-validity-repository.ts'
export {
  HAS_NEWER_PACK,
  IS_CURRENT_LAYER,
  IS_NEWER_PACK,
  profilesWithNewerPack,
} from './packs/newer-pack-repository.ts'
export { namesMissingMacro, profileStates } from './list/profile-conditions-repository.ts'
export { LAST_CHANGE } from './stored/last-change-repository.ts'
export { listPackFacts } from './packs/pack-facts-repository.ts'
export {
  aboutProfile,
  isVisible,
  listedScopes,
  mayCreate,
  mayKeepValues,
  mayNameProfiles,
  mayUnmask,
  requireOn,
  requireUnmask,
  requireView,
} from './profile-policy.ts'
export { asSeen, getProfileHead, openProfile } from './read/profile-service.ts'
export { currentLayers, findLayer } from './stored/current-layers.ts'
export { copyMarks, followRenamedTexts, type RenamedText, writeMarks } from './secrets/secret-mark-repository.ts'
export { hasSecrets, inspectedDocument, maskProfile } from './stored/mask-profile.ts'
export { lockProfile } from './stored/profile-head-repository.ts'
export { findProfile } from './stored/profile-read-repository.ts'
export { etagOf, documentOf, hasDraft, layersOf, mainStage, refuseChanged } from './stored/stored-document.ts'
export type { NewLayer, NewProfile, StoredLayer, StoredProfile } from './stored/stored-profile.ts'
export { isImmutableVersion } from './write/immutable-version-repository.ts'
export { describeProfile, dropDraft, publishDraft, replaceDraft } from './write/profile-draft-repository.ts'
export { insertProfile } from './write/profile-write-repository.ts'
