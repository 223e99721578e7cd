import type { ShouldRevalidateFunctionArgs } from 'react-router'

/**
 * For data that a component asks for beside its page. React Router asks for it anew in the context of the page that comes next: in
 * another scope it would put its own scope there, and that page would be asked for in the wrong one.
 */
export function revalidateInScope({ currentParams, nextParams, ...move }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['projectUid'] === nextParams['projectUid'] && move.defaultShouldRevalidate
}
