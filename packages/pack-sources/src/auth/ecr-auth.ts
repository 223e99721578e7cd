import { AwsV4Signer } from 'aws4fetch'
import { z } from 'zod'
import type { Fetcher } from '../source/fetcher.ts'
import { readJson } from '../source/read-body.ts'
import type { RegistryAuth } from './registry-auth.ts'
import { SourceError } from '../source/source-error.ts'

/** Where a registry of ECR hands out its passwords. */
export interface EcrTokenPlace {
  /** Origin of the API. */
  endpoint: string
  region: string
}

/** What a token of ECR is asked with. */
export interface EcrAuthOptions {
  place: EcrTokenPlace
  accessKey: string
  secretKey: string
  /** Asks `place.endpoint`, which is not the registry's: a fetcher of its own, at home there. */
  fetch: Fetcher
}

const REGION = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/
const ECR_HOST = /^\d{12}\.dkr\.ecr\.([a-z0-9-]{1,32})\.amazonaws\.com(?:\.cn)?$/
const MAX_ANSWER_BYTES = 256 * 1024

const answerSchema = z.object({
  authorizationData: z.array(z.object({ authorizationToken: z.base64().max(65_536) })).min(1),
})

/**
 * The token service of the region that a registry's address names, else of `defaultRegion`.
 *
 * @throws SourceError `forbidden-url` when neither is a region: what a user wrote never becomes another host's name.
 */
export function ecrTokenPlace(registry: string, defaultRegion: string): EcrTokenPlace {
  const region = ECR_HOST.exec(URL.parse(registry)?.hostname ?? '')?.[1] ?? defaultRegion
  if (!REGION.test(region)) throw new SourceError('forbidden-url')
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { endpoint: `https://api.ecr.${region}.${domain}`, region }
}

/**
 * Exchanges an AWS access key for the password of ECR's registries, which holds for 12 hours (GetAuthorizationToken, AWS JSON 1.1,
 * signature version 4). One exchange per call.
 *
 * The answer throws SourceError `unauthorised` when AWS refuses the key, and what the fetcher throws.
 */
export const createEcrAuth =
  ({ place, accessKey, secretKey, fetch }: EcrAuthOptions): ((signal: AbortSignal) => Promise<RegistryAuth>) =>
  async (signal) => {
    const url = `${place.endpoint}/`
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
      region: place.region,
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
      // AWS says 400 for a key that it does not know, and 403 for one that may not.
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
