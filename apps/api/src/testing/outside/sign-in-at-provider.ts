/** The most steps that a sign-in takes: to the form, through it, and back. */
const MOST_STEPS = 8

/**
 * Walks through the test provider's pages like a browser.
 * @returns the query that the browser is redirected back with
 */
export async function signInAtProvider(location: string, name: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = new URL(location)
  const home = address.origin
  let body: URLSearchParams | undefined
  for (let step = 0; step < MOST_STEPS && address.origin === home; step += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body && { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    const next = answer.headers.get('location')
    body = next === null ? new URLSearchParams({ prompt: 'login', login: name, password: 'any' }) : undefined
    address = next === null ? address : new URL(next, address)
    await answer.body?.cancel()
  }
  if (address.origin === home) throw new Error('The provider of the tests lets nobody through')
  return address.search
}

function keep(cookies: Map<string, string>, line: string): void {
  const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
  if (value.join('=') === '') cookies.delete(name)
  else cookies.set(name, value.join('='))
}
