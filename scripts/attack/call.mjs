/**
 * Sends JSON.
 * @param {string} operation method and path, such as `POST /v1/macros`
 * @returns {Promise<{status: number, text: string}>}
 */
export async function call({ url, headers }, operation, body) {
  const [method, path] = operation.split(' ')
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, text: await answer.text() }
}
