import { data, redirect, type LoaderFunctionArgs, type MiddlewareFunction } from 'react-router'
import { loadSession } from '../shared/session/load-session.ts'
import { rememberedScope, rememberScope } from '../shared/session/remembered-scope.ts'
import { scopesOf } from '../shared/session/scope.ts'
import { scopeContext } from '../shared/session/scope-context.ts'

/** Finds the scope that the address names, for every loader below it. A scope that is not the user's is not there. */
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

/** `/` leads to the scope used last. */
export async function startPage({ request }: LoaderFunctionArgs) {
  const session = await loadSession(request)
  const scope = rememberedScope(scopesOf(session))
  if (scope === undefined) throw data('no-scope', { status: 403 })
  return redirect(scope.basePath)
}

/** An address outside every scope; who is signed in still has their frame. */
export async function unknownAddress({ request }: LoaderFunctionArgs): Promise<never> {
  await loadSession(request)
  return unknownPage()
}

export function unknownPage(): never {
  throw data('not-found', { status: 404 })
}
