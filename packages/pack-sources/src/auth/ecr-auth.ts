import { AwsV4Signer } from 'aws4fetch'
import { z } from 'zod'
import type { Fetcher } from '../source/fetcher.ts'
import { readJson } from '../source/read-body.ts'
import type { RegistryAuth } from './registry-auth.ts'
import { SourceError } from '../source/source-error.ts'

/** The service that issues the passwords of an ECR registry. */
export interface EcrTokenService {
  /** Origin of the API. */
  endpoint: string
  region: string
}

/** The input for requesting an ECR token. */
export interface EcrAuthOptions {
  service: EcrTokenService
  accessKey: string
  secretKey: string
  /** Fetches from `service.endpoint`, which is not the registry's host, so it needs a fetcher of its own. */
  fetch: Fetcher
}

const REGION = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/
const ECR_HOST = /^\d{12}\.dkr\.ecr\.([a-z0-9-]{1,32})\.amazonaws\.com(?:\.cn)?$/
const MAX_ANSWER_BYTES = 256 * 1024

const answerSchema = z.object({
  authorizationData: z.array(z.object({ authorizationToken: z.base64().max(65_536) })).min(1),
})

/**
 * The token service of the region in a registry's hostname, or else of `defaultRegion`.
 *
 * @throws SourceError `forbidden-url` when neither is a valid region: what a user wrote must never become another
 *   host's name.
 */
export function ecrTokenService(registry: string, defaultRegion: string): EcrTokenService {
  const region = ECR_HOST.exec(URL.parse(registry)?.hostname ?? '')?.[1] ?? defaultRegion
  if (!REGION.test(region)) throw new SourceError('forbidden-url')
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { endpoint: `https://api.ecr.${region}.${domain}`, region }
}

/**
 * Exchanges an AWS access key for the password of the ECR registries, which is valid for 12 hours
 * (GetAuthorizationToken, AWS JSON 1.1, Signature Version 4). Every call of the returned function makes one exchange.
 *
 * That function throws SourceError `unauthorised` when AWS rejects the key, and what the fetcher throws.
 */
export const createEcrAuth =
  ({ service, accessKey, secretKey, fetch }: EcrAuthOptions): ((signal: AbortSignal) => Promise<RegistryAuth>) =>
  async (signal) => {
    const url = `${service.endpoint}/`
    const body = '{}'
    const signed = await new AwsV4Signer({
      method: 'POST',
      url,
      body,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
      },
      service: 'ecr',
      region: service.region,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
    }).sign()
    const { authorization = '', ...headers } = Object.fromEntries(signed.headers)
    const response = await fetch({
      url,
      method: 'POST',
      body,
      headers,
      authorization,
      maxBytes: MAX_ANSWER_BYTES,
      signal,
    })
    if (response.status !== 200) {
      await response.cancel()
      // AWS answers 400 for an unknown key, and 403 for one without permission.
      throw new SourceError(response.status < 500 ? 'unauthorised' : 'bad-response')
    }
    return readPassword(await readJson(response, MAX_ANSWER_BYTES))
  }

function readPassword(answer: unknown): RegistryAuth {
  const token = answerSchema.safeParse(answer).data?.authorizationData[0]?.authorizationToken ?? ''
  const [username = '', ...rest] = Buffer.from(token, 'base64').toString().split(':')
  if (username === '' || rest.length === 0) throw new SourceError('bad-response')
  return { type: 'basic', username, password: rest.join(':'), token: '' }
}
