import { MASK } from '@waybill/layer-text'
import { changedKeys } from '../../state/builder-reducer.ts'
import { placesOfLayers, type TextPlace } from '../../state/text-places.ts'
import type { Changing } from '../../state/texts.ts'
import {
  type DraftVariable,
  isVariableKey,
  readVariable,
  variableKey,
  variablesIn,
} from '../../state/variable-texts.ts'
import { variableProblems } from '../../variables/variable-problems.ts'
import { manifestProblems } from './manifest-problems.ts'
import { type KnownNames, referenceProblems } from './reference-problems.ts'
import { textProblems } from './text-problems.ts'
import type { PlacedProblem } from './placed-problem.ts'

/** Problems in changed texts and variables; existing problems elsewhere do not block other changes. */
export function placedProblems({ base, texts }: Changing, macros: KnownNames['macros']): PlacedProblem[] {
  const places = placesOfLayers(texts)
  const isChanged = ({ key }: TextPlace) => texts[key] !== base[key]
  const ofTexts = places.filter(isChanged).flatMap((place) => {
    const text = texts[place.key] ?? ''
    const ofManifest = place.manifest === undefined ? [] : manifestProblems(text)
    return [...textProblems(text, base[place.key] ?? ''), ...ofManifest].map((problem) => ({ ...problem, place }))
  })
  const variables = new Set(variablesIn(texts).map(({ name }) => name))
  const ofReferences = places.flatMap((place) => {
    // Removing a variable breaks references in unchanged texts, and so can a macro of another scope.
    const found = referenceProblems(texts[place.key] ?? '', { variables, macros })
    return found.map((problem) => ({ ...problem, place }))
  })
  return [...ofTexts, ...ofReferences, ...problemsOfVariables({ base, texts })]
}

function problemsOfVariables({ base, texts }: Changing): PlacedProblem[] {
  if (!changedKeys({ base, texts }).some(isVariableKey)) return []
  const variables = variablesIn(texts)
  const ofRules = variableProblems(variables).map(({ index, message, severity }) => ({
    place: placeOf(variables[index]),
    message,
    severity,
  }))
  const ofMasks = variables.filter(({ name, defaultValue }) => {
    const stored = base[variableKey(name)]
    const shown = stored === undefined ? '' : readVariable(stored).defaultValue
    return defaultValue.includes(MASK) && defaultValue !== shown
  })
  const masked = ofMasks.map((variable) => ({
    place: placeOf(variable),
    message: 'Nothing is stored behind this mask. Type a value.',
    severity: 'error' as const,
  }))
  return [...ofRules, ...masked].map((problem) => ({ ...problem, offset: 0, line: 1 }))
}

const placeOf = (variable: DraftVariable | undefined): TextPlace => {
  const name = variable?.name ?? ''
  return { key: variableKey(name), label: `Variable ${name}` }
}
