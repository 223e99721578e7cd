/** What other features may use of macros. */
export { maskMacros } from './macro-policy.ts'
export { listVisibleMacros } from './macro-repository.ts'
export { addMacros, MacrosInvalidError } from './macro-service.ts'
