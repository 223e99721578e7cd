/** What imports and changes of profiles have in common: the facts that a plan is made of, and how it comes to be written. */
export { factsQuestion, wantedPacks } from './facts-question.ts'
export { newProfile } from './new-profile.ts'
export { inTransaction, OutdatedPlanError, planAndWrite } from './plan-and-write.ts'
export { findPackGrounds, gatherCatalogueFacts, gatherFacts } from './plan-facts.ts'
