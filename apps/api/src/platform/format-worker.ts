/**
 * The tasks that run off the event loop: one function per name, each taking one payload that can be cloned. Add a task by
 * exporting its function here and naming it in FormatTasks.
 */
export interface FormatTasks {
  ping: typeof ping
}

/** Answers what it was given: the pool's own liveness. */
export const ping = (payload: string): string => payload
