import { isBlocking, problemMessage, type Problem, type ProfileDocument } from '@waybill/profile-format'
import type { PlanningTools, UseCase } from '../../../platform/use-case.ts'
import { gatherCatalogueFacts } from '../../profile-plan/index.ts'
import { listPackFacts } from '../../profiles/index.ts'
import { documentOfEdited, EMPTY_PROFILE, type EditedProfile } from '../edited-profile.ts'
import { findLayers } from '../layers/find-layers.ts'
import type { LayerRequest } from '../layers/layer-request.ts'
import { openForEdit } from '../open-profile.ts'

/** Absent parts are taken from the profile, or from an empty one. */
export interface Template {
  type: ProfileDocument['type'] | undefined
  cloudType: string | undefined
  layers: readonly LayerRequest[] | undefined
}

export interface LayerResult {
  name: string
  displayName: string
  errors: { code: string; message: string }[]
}

type ValidationUse = UseCase<PlanningTools>

/** Problems with the packs of a template for a new profile. */
export const validateTemplate = (use: ValidationUse, template: Template): Promise<LayerResult[]> =>
  validate(use, EMPTY_PROFILE, template)

/**
 * Problems with the packs of a profile, as it is or with a template's layers.
 * @throws AppError ResourceNotFound
 */
export async function validateProfilePacks(use: ValidationUse, uid: string, template: Template) {
  return validate(use, (await openForEdit(use, uid)).draft, template)
}

async function validate({ db, tools }: ValidationUse, current: EditedProfile, template: Template) {
  const { type = current.type, cloudType = current.cloudType } = template
  const layers = template.layers ? await findLayers(db, template.layers, current.layers) : current.layers
  const document = documentOfEdited({ ...current, type, cloudType, layers })
  const { facts, said: unread } = await gatherCatalogueFacts({ db, tools }, document.packs)
  const checks = await tools.workers.run('checkPacks', { document, facts })
  const known = await listPackFacts(
    db,
    layers.flatMap(({ packUid }) => (packUid === '' ? [] : [packUid])),
  )
  return layers.map(({ name, packUid, said = [] }, index) => ({
    name,
    displayName: known.get(packUid)?.displayName ?? name,
    errors: errorsOf([
      ...said,
      ...unread.filter(isOfLayer(index)),
      ...(checks.find((check) => check.index === index)?.problems ?? []),
    ]),
  }))
}

const isOfLayer =
  (index: number) =>
  ({ path }: Problem) =>
    path.startsWith(`spec.template.packs[${index}].`)

/** Without duplicates: clients treat the list as a set. */
function errorsOf(problems: readonly Problem[]): LayerResult['errors'] {
  const errors = problems.filter(isBlocking).map((problem) => [problemMessage(problem), problem.code] as const)
  return [...new Map(errors)].map(([message, code]) => ({ code, message }))
}
