/** Builds profile files for tests: valid add-on profiles by default. */
export interface TestProfile {
  name?: string
  version?: string
  values?: string
  packs?: readonly object[]
  variables?: readonly object[]
  decisions?: object
}

export const packOf = (overrides: object = {}) => ({
  name: 'page',
  type: 'spectro',
  layer: 'addon',
  version: '1.0.0',
  tag: '1.0.0',
  values: 'replicas: 1\n',
  registry: { metadata: { uid: '', name: 'Public Repo', kind: 'pack', isPrivate: false } },
  ...overrides,
})

export const profileJson = ({
  name = 'web',
  version = '1.0.0',
  values,
  packs,
  variables = [],
  decisions,
}: TestProfile = {}) =>
  JSON.stringify({
    metadata: { name, description: 'A page', labels: { team: 'web' } },
    spec: {
      version,
      template: { type: 'add-on', cloudType: 'all', packs: packs ?? [packOf(values === undefined ? {} : { values })] },
      variables,
    },
    ...(decisions && { decisions }),
  })

export interface TestUpload {
  payload: Buffer
  headers: Record<string, string>
}

const BOUNDARY = 'waybill-test-boundary'

/**
 * A multipart body with the file and, if given, decisions. Built by hand, so that tests can also build invalid ones.
 */
export function uploadOf(
  file: string | Buffer,
  { decisions, fileName = 'profile.json', field = 'importFile' }: UploadOptions = {},
): TestUpload {
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
  const parts = [
    part(
      `Content-Disposition: form-data; name="${field}"; filename="${fileName}"\r\nContent-Type: application/octet-stream`,
      file,
    ),
    ...(decisions === undefined
      ? []
      : [part('Content-Disposition: form-data; name="decisions"', JSON.stringify(decisions))]),
  ]
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}

export interface UploadOptions {
  decisions?: object
  fileName?: string
  field?: string
}
