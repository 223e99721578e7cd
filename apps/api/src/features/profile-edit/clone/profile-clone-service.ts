import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import type { EditedProfile } from '../edited-profile.ts'
import {
  create,
  planEdit,
  type Creating,
  type Edited,
  type EditPorts,
  type EditStore,
} from '../profile-edit-service.ts'

/**
 * Makes a draft of another name or version out of a profile that the caller sees, in the scope of `target`: the same user,
 * maybe in another project. Who sees masks in it gets no clone, or would read behind them there.
 *
 * @throws AppError ResourceNotFound, Forbidden, or with the problems that refuse it.
 */
export async function cloneProfile(ports: EditPorts, callers: CloneCallers, clone: CloneRequest): Promise<Edited> {
  return ports.transaction(async (store) => create(ports, await cloning(store, callers, clone)))
}

/** Says what `cloneProfile` would refuse, and writes nothing. */
export async function checkClone(ports: EditPorts, callers: CloneCallers, clone: CloneRequest): Promise<void> {
  await ports.transaction(async (store) => planEdit(ports, await cloning(store, callers, clone)))
}

export interface CloneCallers {
  caller: Caller
  target: Caller
}

export interface CloneRequest {
  uid: string
  name: string
  version: string | undefined
}

async function cloning(
  store: EditStore,
  { caller, target }: CloneCallers,
  { uid, name, version }: CloneRequest,
): Promise<Creating> {
  const opened = await store.openProfile(caller, uid)
  if (!opened) throw new AppError('ResourceNotFound')
  if (!target.permissions.has('clusterProfile.create')) throw new AppError('Forbidden')
  // What is shown masked would be read in the clone. With masks to fill it comes by export and import (decision 6).
  if (!opened.mayUpdate && (await store.holdsSecrets(uid))) {
    throw new AppError('Forbidden', { params: { permission: 'clusterProfile.update', profile: uid } })
  }
  const edited = { ...asNew(opened.draft), name, version: version ?? opened.draft.version }
  const planning = { store, caller: target, edited, publish: false, changes: undefined }
  return { ...planning, showsPublished: opened.isPublished }
}

const asNew = (profile: EditedProfile): EditedProfile => ({
  ...profile,
  layers: profile.layers.map((layer) => ({
    ...layer,
    uid: '',
    manifests: layer.manifests.map((manifest) => ({ ...manifest, uid: '' })),
  })),
})
