import type { FormatWorkers } from '../../format-tasks/format-workers.ts'

/** Holds back tasks of this name until `count` of them have arrived and they are released; then all of them run. */
export function holdTasks(workers: FormatWorkers, name: Parameters<FormatWorkers['run']>[0], count = 1) {
  const { run } = workers
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let waiting = 0
  const holdOne = () => {
    waiting += 1
    if (waiting === count) held.resolve()
    return released.promise
  }
  workers.run = (task, payload, deadlineMs) =>
    (task === name ? holdOne() : Promise.resolve()).then(() => run(task, payload, deadlineMs))
  const release = () => {
    workers.run = run
    released.resolve()
  }
  return { areHeld: held.promise, release }
}

/** The names of the tasks that `work` sends to threads. */
export async function tasksOf(workers: FormatWorkers, work: () => Promise<unknown>): Promise<string[]> {
  const { run } = workers
  const names: string[] = []
  workers.run = (task, payload, deadlineMs) => {
    names.push(task)
    return run(task, payload, deadlineMs)
  }
  await work().finally(() => (workers.run = run))
  return names
}
