import type { ImportDecisions, Problem } from '@waybill/profile-format'
import type { DocumentOutline } from '../../format-tasks/import/read-file.ts'
import type { SentPlan } from '../../format-tasks/plan/plan-profile.ts'
import type { Caller } from '../../platform/access/caller.ts'

/**
 * The record of an import: who, from which file, with which decisions, and what it created. Never a value, nor a digest
 * by which one could be guessed.
 */
export interface NewImportRecord {
  profileUid: string
  userUid: string
  userEmail: string
  fileName: string
  fileBytes: number
  decisions: RecordedDecisions
  created: RecordedCreation
  warnings: readonly Problem[]
}

export interface RecordedDecisions {
  renamedFrom?: string
  versionFrom?: string
  registries: { layerName: string; registryName: string }[]
  packVersions: { layerName: string; from: string; to: string }[]
  leftOut: { layerName: string; version: string }[]
  editedValues: string[]
  masks: { layerName: string; path: string; action: 'fill' | 'leave-empty' | 'keep' }[]
  publish: boolean
}

export interface RecordedCreation {
  profile: string
  layers: number
  variables: number
  macros: { name: string; scope: string }[]
}

interface Imported {
  outline: DocumentOutline
  plan: SentPlan
  decisions: ImportDecisions
  caller: Caller
  profileUid: string
  fileName: string
  fileBytes: number
}

/** The record of a successful import. */
export function recordOf({ outline, plan, decisions, caller, ...file }: Imported): NewImportRecord {
  return {
    ...file,
    userUid: caller.userUid,
    userEmail: caller.email,
    decisions: recordedDecisions(outline, plan, decisions),
    created: {
      profile: `${plan.name} ${plan.version}`,
      layers: plan.layers.length,
      variables: plan.variables.length,
      macros: plan.macrosToCreate.map(({ name, scope }) => ({ name, scope })),
    },
    warnings: plan.problems.filter((problem) => problem.severity === 'warning'),
  }
}

function recordedDecisions(
  { name, version, packs }: DocumentOutline,
  plan: SentPlan,
  decisions: ImportDecisions,
): RecordedDecisions {
  return {
    ...(name !== plan.name && { renamedFrom: name }),
    ...(version !== plan.version && { versionFrom: version }),
    registries: plan.layers.flatMap((layer) =>
      layer.choice === 'decision' && layer.chosen
        ? [{ layerName: layer.name, registryName: layer.chosen.registry.name }]
        : [],
    ),
    packVersions: plan.layers.flatMap((layer) => {
      const from = packs[layer.index]?.version ?? layer.version
      return from === layer.version ? [] : [{ layerName: layer.name, from, to: layer.version }]
    }),
    leftOut: plan.leftOut.map(({ name: layerName, version: left }) => ({ layerName, version: left })),
    editedValues: plan.editedValues.map((layer) => layer.name),
    masks: recordedMasks(plan, decisions),
    publish: plan.publish,
  }
}

function recordedMasks(plan: SentPlan, decisions: ImportDecisions): RecordedDecisions['masks'] {
  const actions = new Map(decisions.masks?.map((mask) => [mask.place, mask.action]))
  return plan.masked.map(({ id, layerName, path, valuePath }) => ({
    layerName,
    path: valuePath || path,
    action: actions.get(id) ?? 'leave-empty',
  }))
}
