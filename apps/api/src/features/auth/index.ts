// What single sign-on uses of signing in.
export { openBrowserSession } from './open-session.ts'
export { presentSession } from './session-presenter.ts'
export { findTenantScope, readSessionFacts } from './session-repository.ts'
