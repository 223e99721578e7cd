/** What imports and changes of profiles share: gathering the facts for a plan, and writing it. */
export { factsQuestion, wantedPacks } from './facts-question.ts'
export { newProfile } from './new-profile.ts'
export { inTransaction, OutdatedPlanError, planAndWrite } from './plan-and-write.ts'
export { findPackGrounds, gatherCatalogueFacts, gatherFacts } from './plan-facts.ts'
