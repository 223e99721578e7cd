import { SourceError } from '@waybill/pack-sources'
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'

/** Why a provider cannot be used, in our own words: its error messages never leave this file. */
export type ProviderFault =
  'forbidden-url' | 'unreachable' | 'timeout' | 'not-a-provider' | 'issuer-differs' | 'client-refused' | 'failed'

const OF_SOURCES: Readonly<Partial<Record<string, ProviderFault>>> = {
  'forbidden-url': 'forbidden-url',
  unreachable: 'unreachable',
  timeout: 'timeout',
}
const CLIENT_ERRORS = new Set(['invalid_client', 'unauthorized_client'])
/** oauth4webapi's code for a document that names another issuer than the one asked. */
const OTHER_ISSUER = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'

export function providerFault(error: unknown): ProviderFault {
  const chain = causesOf(error)
  const source = chain.find((each) => each instanceof SourceError)
  if (source) return OF_SOURCES[source.fault] ?? 'not-a-provider'
  if (chain.some((each) => each instanceof WWWAuthenticateChallengeError)) return 'client-refused'
  const body = chain.find((each) => each instanceof ResponseBodyError)
  if (body && CLIENT_ERRORS.has(body.error)) return 'client-refused'
  if (chain.some((each) => 'code' in each && each.code === OTHER_ISSUER)) return 'issuer-differs'
  return chain.some((each) => each instanceof ClientError && each.code === 'OAUTH_TIMEOUT') ? 'timeout' : 'failed'
}

/** Whether the provider answered with a refusal, as opposed to not answering. */
export const isDenial = (error: unknown): boolean =>
  causesOf(error).some((each) => each instanceof AuthorizationResponseError || each instanceof ResponseBodyError)

/** Whether it could not be reached, or closed the connection. */
export const isUnanswered = (error: unknown): boolean =>
  causesOf(error).some((each) => each instanceof SourceError) || providerFault(error) === 'timeout'

function causesOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let next = error; next instanceof Error && chain.length < 8; next = next.cause) chain.push(next)
  return chain
}
