import { bytesOf } from './vectors.mjs'

const within = (status, range) => range !== undefined && status >= range[0] && status <= range[1]

/**
 * Sends each file as often as its vector says, and checks status, response, log and whether the server is still alive.
 */
export async function attackFiles(server, vectors, all) {
  const failures = []
  for (const vector of vectors) {
    const why = await wrongWith(server, vector, all)
    if (why) failures.push({ id: vector.file, why })
  }
  return { failures }
}

async function wrongWith(server, { file, send, expect }, all) {
  const bytes = bytesOf(all, file)
  const before = server.log().length
  const count = expect.parallel ?? expect.repeat ?? 1
  const sending = () => upload(server, bytes, send)
  const answers = expect.parallel ? await Promise.all(Array.from({ length: count }, sending)) : []
  while (answers.length < count) answers.push(await sending())
  for (const { status, text, type } of answers) {
    if (!within(status, expect.status) && !within(status, expect.orStatus))
      return `answered ${status}: ${text.slice(0, 160)}`
    if ((expect.mustNotContain ?? []).some((part) => text.includes(part))) return 'the answer holds what it must not'
    if (expect.maxResponseBytes && text.length > expect.maxResponseBytes) return `the answer has ${text.length} bytes`
    if (expect.noExecute && /html|svg|javascript/.test(type)) return `the answer is ${type}`
    if ((expect.noPollution ?? []).some((name) => text.includes(`"${name}":`))) return 'a prototype was reached'
  }
  if (expect.parallel && answers.filter(({ status }) => status === 201).length > 1)
    return 'more than one of equal imports was written'
  const logged = server.log().slice(before)
  if ((expect.grepLogsFor ?? []).some((part) => logged.includes(part))) return 'the log holds what it must not'
  if (!(await fetch(`${server.url}/livez`)).ok) return 'the server is gone'
  return undefined
}

async function upload({ url, headers }, bytes, { field, filename, contentType }) {
  // Built by hand: FormData would correct what an attacker sends.
  const boundary = 'waybill-attack'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${filename}"\r\nContent-Type: ${contentType}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const type = `multipart/form-data; boundary=${boundary}`
  const answer = await fetch(`${url}/v1/clusterprofiles/import/file`, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body,
  }).catch((error) => error)
  if (answer instanceof Error) return { status: 413, text: '', type: '' } // cut off during the upload: refused
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
}
