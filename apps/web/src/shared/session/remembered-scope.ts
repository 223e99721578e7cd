import type { Scope } from './scope.ts'

const key = 'waybill.scope'

export function rememberScope(scope: Scope): void {
  localStorage.setItem(key, scope.basePath)
}

/** The scope used last, if the user still has access to it; else the first one. */
export function rememberedScope(scopes: readonly Scope[]): Scope | undefined {
  const basePath = localStorage.getItem(key)
  return scopes.find((scope) => scope.basePath === basePath) ?? scopes[0]
}
