import type { Caller } from '../../platform/access/caller.ts'
import type { Contents } from './project-service.ts'

const NEEDED = { profiles: 'clusterProfile.delete', macros: 'macro.delete' } as const

/** Whether the caller may delete what stands in a project: who may delete projects alone may not do so by the project. */
export const mayDeleteIn = (caller: Caller) => (contents: keyof Contents) => caller.permissions.has(NEEDED[contents])
