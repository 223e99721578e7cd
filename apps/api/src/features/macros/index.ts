/** What other features may use of macros. */
export { listVisibleMacroNames, listVisibleMacros } from './macro-repository.ts'
export { addMacros, MacrosInvalidError } from './macro-service.ts'
