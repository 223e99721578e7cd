export { createCopySearch, findCopies, searchedTexts } from './copies/copies.ts'
export { heldGroups, mayHold } from './copies/held-groups.ts'
export { createNeedleSearch, type NeedleSearch } from './copies/needle-search.ts'
export { formsOf, isDistinct } from './copies/secret-forms.ts'
export { applyDecisions, mayClear, type DecidedText, type SecretDecision } from './decisions/apply-decisions.ts'
export { markablePaths } from './decisions/literals-at.ts'
export { inspectNamedValue, inspectProse } from './inspect-prose.ts'
export { inspectText } from './inspect-text.ts'
export { maskText } from './mask-text.ts'
export {
  type SecretPlace,
  type SecretReason,
  type SecretScanner,
  type SecretSource,
  type Strength,
  type Suspicion,
  type TextInspection,
} from './text-inspection.ts'
export { evidenceOf } from './places/settle-places.ts'
export { reasonWords } from './reason-words.ts'
export { isLiteral } from './weigh/references.ts'
