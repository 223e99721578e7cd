/** The sign-in page, which returns to `next`. */
export function signInPath(next: string): string {
  return next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`
}

/**
 * The page to open after signing in: always a path of this console, never another site (`//host`, `/\host`, `https:`).
 */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/'
  if (!/^\/(?![/\\])/.test(next) || /[\t\n\r]/.test(next)) return '/'
  return next.startsWith('/login') ? '/' : next
}
