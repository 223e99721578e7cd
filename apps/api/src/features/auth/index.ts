// The parts of signing in that single sign-on uses.
export { openBrowserSession } from './open-session.ts'
export { presentSession } from './session-presenter.ts'
export { findTenantScope, readSessionFacts } from './session-repository.ts'
