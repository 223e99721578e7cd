/**
 * Counts the calls of a built-in method while `work` runs: a measure of work that does not depend on the machine's
 * speed.
 */
export function countCalls<Method extends string>(
  prototype: Record<Method, (...given: never[]) => unknown>,
  method: Method,
  work: () => void,
): number {
  const original = prototype[method]
  let calls = 0
  prototype[method] = function (this: unknown, ...given: never[]) {
    calls += 1
    return original.apply(this, given)
  }
  try {
    work()
  } finally {
    prototype[method] = original
  }
  return calls
}
