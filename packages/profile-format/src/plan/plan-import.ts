import { diffDocuments } from '../diff/diff-documents.ts'
import type { DocumentPack, ProfileDocument } from '../document/document.ts'
import { stillEmptyValues } from '../empty-values/still-empty-values.ts'
import { decideLayers } from './layers/decide-layers.ts'
import { movePlan } from './layers/moved-places.ts'
import { fingerprintOf } from './plan-fingerprint.ts'
import type { PlannedIdentity } from './plan-identity.ts'
import { planIdentity } from './plan-identity.ts'
import { planLayers } from './layers/plan-layers.ts'
import { planMacros } from './plan-macros.ts'
import type { MaskPlan } from './masks/plan-masks.ts'
import { planMasks } from './masks/plan-masks.ts'
import { checkPermissions } from './plan-permissions.ts'
import type { ReferencingText } from './plan-references.ts'
import { collectReferences } from './plan-references.ts'
import { documentTexts } from '../document/document-texts.ts'
import type { ImportDecisions, ImportFacts, ImportPlan, PlannedLayer } from './import-plan.ts'
import { checkTexts, type TextMemory } from './checked-texts.ts'
import { boundProblems, sortProblems } from '../problems/problem-order.ts'
import type { Problem } from '../problems/problems.ts'
import { checkProfile } from '../rules/profile-rules.ts'
import { checkVariables } from '../rules/variables/variable-rules.ts'
import { checkVariableUse } from '../rules/variables/variable-use.ts'

/** The input of a plan. */
export interface PlanInput {
  document: ProfileDocument
  /** The problems found while reading the file. */
  problems: readonly Problem[]
  decisions?: ImportDecisions
  facts: ImportFacts
  /** The results of texts that were checked before. */
  memory?: TextMemory | undefined
}

/**
 * Plans the import of a document: what it would write, and every problem with it. Validate and import both use it:
 * without a problem of severity `error` the import succeeds as planned. Pure; never throws on any document.
 */
export function planImport({ document, problems, decisions = {}, facts, memory }: PlanInput): ImportPlan {
  const { leftOut, editedValues, toFile, ...decided } = decideLayers({ document, problems, decisions })
  const decidedPlan = { ...planDecided({ ...decided, facts, memory }), leftOut, editedValues }
  const plan = leftOut.length === 0 ? decidedPlan : movePlan(decidedPlan, toFile)
  return { ...plan, document, fingerprint: fingerprintOf(plan, decisions.masks) }
}

type DecidedPlan = Omit<ImportPlan, 'document' | 'fingerprint' | 'leftOut' | 'editedValues'>

function planDecided({ document, problems, decisions, facts, memory }: Required<PlanInput>): DecidedPlan {
  const publish = decisions.publish ?? false
  const isNew = saysMoreThanReader(problems)
  const identity = planIdentity({ document, problems, decisions, ...facts })
  const { layers, problems: layerProblems } = planLayers(document, decisions, facts)
  const masks = planMasks({ document, layers, decisions, newest: facts.newest })
  const uses = collectReferences(referencingTexts(masks))
  const macros = planMacros({ uses: uses.macros, decisions: decisions.macros ?? [], facts })
  const planned = plannedDocument({ document, identity, layers, masks })
  return {
    target: facts.scope,
    name: identity.name,
    version: identity.version,
    publish,
    problems: boundProblems(
      sortProblems([
        ...identity.problems,
        ...checkProfile(document),
        ...layerProblems,
        ...checkTexts({ packs: masks.packs, layers, leftEmpty: masks.leftEmpty, memory }),
        ...masks.problems,
        ...macros.problems,
        ...[...checkVariables(masks.variables), ...checkVariableUse(masks.variables, uses.variables)].filter(isNew),
        ...checkPermissions(publish, facts),
      ]),
    ),
    layers: withTexts(layers, masks.packs),
    needsRepositories: layers.some((layer) => layer.candidates.length > 1),
    masked: masks.masked,
    emptyValues: stillEmptyValues(masks, masks.emptyValues),
    macros: macros.needs,
    macrosToCreate: macros.toCreate,
    variables: masks.variables,
    nextVersion: identity.nextVersion,
    comparedWith: facts.newest && { uid: facts.newest.uid, version: facts.newest.document.version },
    changes: facts.newest === null ? [] : diffDocuments(facts.newest.document, planned),
  }
}

const NAME_OF_VARIABLE = /^spec\.variables\[\d+\]\.name$/

/**
 * Whether a problem says more than the reader did of a variable's name that is missing or holds what none may: not that
 * the name is wrong, nor that nothing uses the variable, which nothing can.
 */
function saysMoreThanReader(read: readonly Problem[]): (problem: Problem) => boolean {
  const isRefused = ({ code, path }: Problem) =>
    (code === 'MissingField' || code === 'InvalidCharacter') && NAME_OF_VARIABLE.test(path)
  const refused = new Set(read.filter(isRefused).map(({ path }) => path))
  const isAgain = ({ code, params }: Problem) => code === 'VariableUnused' || params['reason'] === 'name'
  return (problem) => !refused.has(problem.path) || !isAgain(problem)
}

/** Default values of variables can refer to macros too, not only texts. */
function referencingTexts({ packs, variables }: MaskPlan): ReferencingText[] {
  const defaults = variables.map(({ name, defaultValue }, index) => ({
    path: `spec.variables[${index}].defaultValue`,
    label: name,
    text: defaultValue,
  }))
  const texts = documentTexts({ packs }).map(({ path, layerName, manifest, text }) => ({
    path,
    label: manifest === undefined ? layerName : `${layerName} › ${manifest}`,
    text,
  }))
  return [...texts, ...defaults]
}

function withTexts(layers: readonly PlannedLayer[], packs: readonly DocumentPack[]): PlannedLayer[] {
  return layers.map((layer, index) => ({
    ...layer,
    values: packs[index]?.values,
    manifests: packs[index]?.manifests ?? [],
  }))
}

interface PlannedParts {
  document: ProfileDocument
  identity: PlannedIdentity
  layers: readonly PlannedLayer[]
  masks: MaskPlan
}

/** The profile as it would be stored here, to compare with the one that is. */
function plannedDocument({ document, identity, layers, masks }: PlannedParts): ProfileDocument {
  const packs = masks.packs.map((pack, index) => {
    const layer = layers[index]
    const { tag: _tag, ...rest } = pack
    const tag = layer?.tag
    return {
      ...rest,
      ...(tag === undefined ? {} : { tag }),
      version: layer?.version ?? pack.version,
      registry: layer?.chosen?.registry ?? pack.registry,
    }
  })
  return { ...document, name: identity.name, version: identity.version, packs, variables: masks.variables }
}
