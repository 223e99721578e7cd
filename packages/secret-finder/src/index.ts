export { copiesOf } from './copies/copies.ts'
export { type NeedleSearch, createNeedleSearch } from './copies/needle-search.ts'
export { isWord, secretForms } from './copies/secret-forms.ts'
export { isLiteral } from './evidence/credential-values.ts'
export { inspectText } from './inspect-text.ts'
export { maskText } from './mask-text.ts'
export {
  type SecretPlace,
  type SecretReason,
  type SecretScanner,
  type SecretSource,
  type Suspicion,
  type TextInspection,
} from './text-inspection.ts'
