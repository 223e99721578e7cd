import type { DocumentPack, ProfileDocument } from '../../document/document.ts'
import type { Problem } from '../../problems/problems.ts'
import type { DecidedLayer, ImportDecisions } from '../import-plan.ts'
import { type Move, moveDecisions, moveProblem } from './moved-places.ts'
import { errorAt } from '../../problems/problem-at.ts'
import { packPath } from '../../problems/problem-place.ts'

interface DocumentInput {
  document: ProfileDocument
  /** The problems found while reading the file. */
  problems: readonly Problem[]
  decisions: ImportDecisions
}

/** A document after the decisions about its layers. */
export interface DecidedLayers extends DocumentInput {
  leftOut: readonly DecidedLayer[]
  editedValues: readonly DecidedLayer[]
  /** Maps an index in the remaining layers to the index in the file. */
  toFile: Move
}

/** Applies decisions about layers to the file: removes those that are left out, and replaces edited values. */
export function decideLayers({ document, problems, decisions }: DocumentInput): DecidedLayers {
  const leftOut = pickLayers(document, (pack, index) => isLeftOut(pack, index, decisions))
  const edited = pickLayers(document, (pack, index) => isEdited(pack, decisions.values?.[index]))
  const gone = new Set(leftOut.map(({ index }) => index))
  const kept = [...document.packs.keys()].filter((index) => !gone.has(index))
  const toKept: Move = (index) => (index < document.packs.length ? kept.indexOf(index) : index)
  return {
    document: {
      ...document,
      packs: decidedPacks(document.packs, decisions).filter((_pack, index) => !gone.has(index)),
    },
    problems: [...openProblems(problems, leftOut, edited), ...checkDecisions(document.packs, decisions)].map(
      (problem) => moveProblem(problem, toKept),
    ),
    decisions: moveDecisions(decisions, toKept),
    leftOut,
    editedValues: edited.filter(({ index }) => !gone.has(index)),
    toFile: (index) => kept[index] ?? index,
  }
}

function pickLayers(
  { packs }: ProfileDocument,
  isPicked: (pack: DocumentPack, index: number) => boolean,
): DecidedLayer[] {
  return packs.flatMap((pack, index) =>
    isPicked(pack, index) ? [{ index, name: pack.name, version: pack.version }] : [],
  )
}

/** Only add-on layers can be left out: a cluster needs its other layers. */
function isLeftOut({ layer }: DocumentPack, index: number, { leftOut = [] }: ImportDecisions): boolean {
  return layer === 'addon' && leftOut.includes(index)
}

/** Manifest layers have no values, and PostgreSQL cannot store NUL or lone surrogates. */
function isEdited({ type }: DocumentPack, text: string | undefined): text is string {
  return text !== undefined && type !== 'manifest' && !text.includes('\0') && text.isWellFormed()
}

function decidedPacks(packs: readonly DocumentPack[], { values }: ImportDecisions): DocumentPack[] {
  return packs.map((pack, index) => {
    const text = values?.[index]
    return isEdited(pack, text) ? { ...pack, values: text } : pack
  })
}

/** The problems of reading the file that concern neither a removed layer nor replaced values. */
function openProblems(
  problems: readonly Problem[],
  leftOut: readonly DecidedLayer[],
  edited: readonly DecidedLayer[],
): Problem[] {
  const settled = [
    ...leftOut.map(({ index }) => `spec.template.packs[${index}]`),
    ...edited.map(({ index }) => packPath(index, 'values')),
  ]
  return problems.filter(({ path }) => !settled.some((place) => `${path}.`.startsWith(`${place}.`)))
}

function checkDecisions(packs: readonly DocumentPack[], decisions: ImportDecisions): Problem[] {
  const { leftOut = [], values = {} } = decisions
  const wrong = (decision: string, index: number) =>
    errorAt('', 'DecisionInvalid', { decision, index: String(index), name: packs[index]?.name ?? '' })
  const isFitting = (pack: DocumentPack | undefined, fits: (pack: DocumentPack) => boolean) => pack && fits(pack)
  return [
    ...leftOut
      .filter((index) => !isFitting(packs[index], (pack) => isLeftOut(pack, index, decisions)))
      .map((index) => wrong('leftOut', index)),
    ...Object.entries(values)
      .filter(([index, text]) => !isFitting(packs[Number(index)], (pack) => isEdited(pack, text)))
      .map(([index]) => wrong('values', Number(index))),
  ]
}
