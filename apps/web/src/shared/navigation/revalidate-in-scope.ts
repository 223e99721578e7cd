import type { ShouldRevalidateFunctionArgs } from 'react-router'

/**
 * For data that a component loads beside its page. React Router revalidates it in the context of the next page: after a
 * change of scope it would put its old scope there, and the page would be requested in the wrong one.
 */
export function revalidateInScope({ currentParams, nextParams, ...move }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['projectUid'] === nextParams['projectUid'] && move.defaultShouldRevalidate
}
