import { problemMessage, type PackCheck, type ProfileDocument } from '@waybill/profile-format'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { documentOfEdited, EMPTY_PROFILE, type EditedLayer, type EditedProfile } from '../edited-profile.ts'
import { layersFromRequests, type FindPacks, type LayerRequest } from '../layers/layer-request.ts'

export interface PackValidationPorts {
  /** As its draft stands, or what is published; null for what is not there or not the caller's to see. */
  openProfile: (uid: string) => Promise<EditedProfile | null>
  findPacks: FindPacks
  /** Off the event loop, with what the catalogue holds. */
  check: (document: ProfileDocument) => Promise<PackCheck[]>
  displayNames: (packUids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** What is absent is as in the profile, or as in one that is empty. */
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

/** What stands against the packs of a template that is no profile yet. */
export const validateTemplate = (ports: PackValidationPorts, template: Template): Promise<LayerResult[]> =>
  validate(ports, EMPTY_PROFILE, template)

/**
 * What stands against the packs of a profile, as it is or with the layers of a template.
 *
 * @throws AppError ResourceNotFound
 */
export async function validateProfilePacks(ports: PackValidationPorts, uid: string, template: Template) {
  const profile = await ports.openProfile(uid)
  if (!profile) throw new AppError('ResourceNotFound')
  return validate(ports, profile, template)
}

async function validate(ports: PackValidationPorts, current: EditedProfile, template: Template) {
  const { type = current.type, cloudType = current.cloudType } = template
  const layers = await layersOf(ports, current, template.layers)
  const checks = await ports.check(documentOfEdited({ ...current, type, cloudType, layers }))
  const names = await ports.displayNames(layers.flatMap(({ packUid }) => (packUid === '' ? [] : [packUid])))
  return layers.map(({ name, packUid }, index) => ({
    name,
    displayName: names.get(packUid) ?? name,
    errors: errorsOf(checks.find((check) => check.index === index)),
  }))
}

async function layersOf(
  { findPacks }: PackValidationPorts,
  { layers }: EditedProfile,
  requests: readonly LayerRequest[] | undefined,
): Promise<EditedLayer[]> {
  return requests ? layersFromRequests(requests, { packs: await findPacks(requests), current: layers }) : layers
}

/** Equal sentences once: clients take the list for a set. */
function errorsOf(check: PackCheck | undefined): LayerResult['errors'] {
  const errors = (check?.problems ?? [])
    .filter((problem) => problem.severity === 'error')
    .map((problem) => [problemMessage(problem), problem.code] as const)
  return [...new Map(errors)].map(([message, code]) => ({ code, message }))
}
