import { data, redirect, type LoaderFunctionArgs, type MiddlewareFunction } from 'react-router'
import { loadSession } from '../shared/session/load-session.ts'
import { rememberedScope, rememberScope } from '../shared/session/remembered-scope.ts'
import { scopesOf } from '../shared/session/scope.ts'
import { scopeContext } from '../shared/session/scope-context.ts'

/**
 * Finds the scope in the address for all loaders below it. A scope that the user has no access to is answered as not
 * found.
 */
export const enterScope: MiddlewareFunction = async ({ params, context, request }) => {
  const scopes = scopesOf(await loadSession(request))
  const scope = scopes.find((each) =>
    params['projectUid'] === undefined ? each.kind === 'tenant' : each.uid === params['projectUid'],
  )
  if (scope === undefined) unknownPage()
  else {
    rememberScope(scope)
    context.set(scopeContext, scope)
  }
}

export async function loadFrame({ context, request }: LoaderFunctionArgs) {
  const session = await loadSession(request)
  return { scope: context.get(scopeContext), scopes: scopesOf(session), user: session.user }
}

/** `/` redirects to the scope used last. */
export async function startPage({ request }: LoaderFunctionArgs) {
  const session = await loadSession(request)
  const scope = rememberedScope(scopesOf(session))
  if (scope === undefined) throw data('no-scope', { status: 403 })
  return redirect(scope.basePath)
}

/** An address outside every scope; signed-in users still see their frame. */
export async function unknownAddress({ request }: LoaderFunctionArgs): Promise<never> {
  await loadSession(request)
  return unknownPage()
}

export function unknownPage(): never {
  throw data('not-found', { status: 404 })
}
