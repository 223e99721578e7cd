import type { YamlMap, YamlNode } from '@waybill/layer-text'
import type { NameSense } from '../key-names/name-sense.ts'

/** The public fields of a JSON Web Key. */
const PUBLIC_IN_JWK = /^(?:n|e|x|y|crv|kid|use|alg|kty|key_ops|x5[a-z]{1,2}(?:#S256)?)$/

/** Whether a key only identifies a secret, or is a public part of one: in a JSON Web Key or an external Secret. */
export function isIdOrPublicPart(map: YamlMap, key: string): boolean {
  return (
    (map.byKey.has('kty') && PUBLIC_IN_JWK.test(key)) ||
    (key === 'secretKey' && map.byKey.has('remoteRef')) ||
    (/secretId$/i.test(key) && map.byKey.has('secretKeyName') && !isOfRole(map))
  )
}

/** The `secretId` of an AppRole in Vault is a secret. */
function isOfRole(map: YamlMap): boolean {
  return [...map.byKey.keys()].some((key) => /role_?id$/i.test(key))
}

/** In few spellings, since all keys beside each of them are looked through. */
const SECRET_ACCESS_KEY = /^(?:secret_?access_?key|SECRET_?ACCESS_?KEY|[sS]ecretAccessKey)$/

/**
 * The sense of an OAuth client's `secret`: `password` beside redirect URLs; `token` beside a client id, where it may
 * also be the name of a Secret, and beside a user if it is a word. A secret access key beside its id is a `password`
 * too, unless both only name keys in a Secret.
 */
export function ofClient(map: YamlMap, key: string, value: () => string): NameSense | undefined {
  const isAccessKey = SECRET_ACCESS_KEY.test(key)
  if (!isAccessKey && key !== 'secret') return undefined
  const keys = [...map.byKey.keys()]
  if (isAccessKey) {
    if (!keys.some((each) => /^access_?key(?:_?id)?$/i.test(each))) return undefined
    return saysWhichSecret(map) || /access/i.test(value()) ? undefined : 'password'
  }
  if (keys.some((each) => /^(?:redirect_?uris?|publicClient|clientAuthenticatorType)$/i.test(each))) return 'password'
  if (keys.some((each) => /^client_?id$/i.test(each))) return 'token'
  return keys.some((each) => /^user_?(?:name)?$/i.test(each)) && /^\w+$/.test(value()) ? 'token' : undefined
}

/**
 * Beside the name of a Secret, `secretKey` and the like name a key in it; so does `password` in `{secretName: x,
 * password: y}`.
 */
export function saysWhichSecret(map: YamlMap): boolean {
  if ((map.byKey.has('name') || map.byKey.has('secret')) && map.byKey.has('key') && !map.byKey.has('value')) return true
  return [...map.byKey.keys()].some((key) =>
    /^(?:(?:existing|cred(?:ential)?s?)_?secret(?:_?name)?|secret[_-]?(?:ref|name)|secretkeyref|fromsecret|secretobject|remoteref|secretstoreref)$/i.test(
      key,
    ),
  )
}

/** `secretKey` always names a key; otherwise keys in Secrets have several words, or name their content. */
export function namesAKey(key: string, value: string): boolean {
  return /secret_?key$/i.test(key) || /[-_.]|key|token|secret|pass/i.test(value)
}

const NAME_OF_SECRET = /^(?:[a-z]+\d{0,2}(?:-[a-z]+\d{0,2})+|\{\{.*\}\})$/s

/** True for `jksSecretKey` beside `jksSecretName`, and for `key` beside a `secret` that is a name, not half of a pair. */
export function isNamedBeside(map: YamlMap, key: string, textOf: (node: YamlNode) => string): boolean {
  if (key === 'key') {
    const secret = map.byKey.get('secret')
    return secret !== undefined && !map.byKey.has('value') && NAME_OF_SECRET.test(textOf(secret.value))
  }
  if (!/(?:Key|_key)$/.test(key)) return false
  return map.byKey.has(key.replace(/Key$/, 'Name').replace(/_key$/, '_name'))
}
