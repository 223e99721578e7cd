import { isDeepStrictEqual } from 'node:util'
import type { Caller } from '../../../platform/access/caller.ts'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import {
  copyMarks,
  layersOf,
  mainStage,
  maskProfile,
  mayUnmask,
  openProfile,
  type StoredProfile,
} from '../../profiles/index.ts'
import { editedLayer, type EditedLayer, type EditedProfile } from '../edited-profile.ts'
import { editProfile, type Edited, type EditUse, type ProfileEdit } from '../profile-edit-service.ts'

interface Target {
  uid: string
  /** What the comparison was made of. */
  revision: string | undefined
}

interface TakeOver {
  from: string
  /** The same user where that profile stands, maybe in another project. */
  giver: Caller
  kind: 'layer' | 'variable'
  name: string
}

/**
 * Makes one layer or variable of the draft as another profile has it, as a comparison shows that. Who sees masks in it takes nothing
 * over, or would read behind them in their own. What was said there to be secret stays so here.
 *
 * @throws AppError ResourceNotFound, Forbidden, and what `editProfile` throws
 */
export async function takeOver(use: EditUse, { uid, revision, ...wanted }: TakeOver & Target): Promise<Edited> {
  const { source, edit } = await openPiece(use, wanted)
  const from = { scopeUid: source.scopeUid, name: source.name }
  return editProfile(use, {
    uid,
    revision,
    edit,
    alongside: async (tx, { scope, draft }) => {
      const to = { scope: scope.kind, scopeUid: scope.uid, name: draft.name }
      if (wanted.kind === 'layer') await copyMarks(tx, { from, to, verdicts: 'secret', layerName: wanted.name })
    },
  })
}

async function openPiece(use: EditUse, wanted: TakeOver): Promise<{ source: StoredProfile; edit: ProfileEdit }> {
  const { giver, kind, name } = wanted
  if (!giver.permissions.has('clusterProfile.get')) throw new AppError('ResourceNotFound')
  const source = await openProfile({ ...use, caller: giver }, wanted.from)
  const pieceOf = kind === 'layer' ? layerOf : variableOf
  const isMasked = !isDeepStrictEqual(pieceOf(source, name), pieceOf(maskProfile(source), name))
  if (isMasked && !mayUnmask(giver, source)) {
    throw new AppError('Forbidden', { params: { permission: 'clusterProfile.update', profile: wanted.from } })
  }
  return { source, edit: kind === 'layer' ? takingLayer(source, name) : takingVariable(source, name) }
}

const layersIn = (profile: StoredProfile) => layersOf(profile, mainStage(profile)).map(editedLayer)
const layerOf = (profile: StoredProfile, name: string) => layersIn(profile).find((layer) => layer.name === name)
const variableOf = ({ variables }: StoredProfile, name: string) => variables.find((variable) => variable.name === name)

function takingLayer(source: StoredProfile, name: string): ProfileEdit {
  const isOfLayer = ({ layerName }: { layerName: string }) => layerName === name
  const lacking = source.emptyValues.filter(isOfLayer)
  const order = layersIn(source).map((layer) => layer.name)
  const given = layerOf(source, name)
  return (before) => {
    const own = before.layers.find((layer) => layer.name === name)
    const emptyValues = [...before.emptyValues.filter((value) => !isOfLayer(value)), ...lacking]
    const current = { ...before, emptyValues }
    if (!given) return { ...current, layers: without(current.layers, own) }
    const taken = withUidsOf(own, given)
    if (own) return { ...current, layers: current.layers.map((layer) => (layer === own ? taken : layer)) }
    return { ...current, layers: inserted(current, taken, order) }
  }
}

function takingVariable(source: StoredProfile, name: string): ProfileEdit {
  const given = variableOf(source, name)
  return (current) => {
    const own = current.variables.find((variable) => variable.name === name)
    if (!given) return { ...current, variables: without(current.variables, own) }
    if (!own) return { ...current, variables: [...current.variables, given] }
    return { ...current, variables: current.variables.map((variable) => (variable === own ? given : variable)) }
  }
}

/** @throws AppError ResourceNotFound where neither side has it. */
function without<T>(items: readonly T[], gone: T | undefined): T[] {
  if (gone === undefined) throw new AppError('ResourceNotFound')
  return items.filter((item) => item !== gone)
}

function withUidsOf(own: EditedLayer | undefined, given: EditedLayer): EditedLayer {
  const uids = new Map(own?.manifests.map((manifest) => [manifest.name, manifest.uid]))
  const manifests = given.manifests.map((manifest) => ({ ...manifest, uid: uids.get(manifest.name) ?? '' }))
  return { ...given, uid: own?.uid ?? '', manifests }
}

/** After the nearest layer below it that both have, so that the order is the source's. */
function inserted({ layers }: EditedProfile, taken: EditedLayer, order: readonly string[]): EditedLayer[] {
  const below = order.slice(0, order.indexOf(taken.name))
  const at = layers.findLastIndex(({ name }) => below.includes(name)) + 1
  return layers.toSpliced(at, 0, taken)
}
