import type { YamlMap } from '@waybill/layer-text'
import type { NameSense } from '../key-names/name-sense.ts'

/** Of a key that is written as JSON Web Key, what everybody may know. */
const PUBLIC_IN_JWK = /^(?:n|e|x|y|crv|kid|use|alg|kty|key_ops|x5[a-z]{1,2}(?:#S256)?)$/

/** Whether a key names what is secret, or a part that everybody may know: of a JSON Web Key, of an external Secret. */
export function tellsWhich(map: YamlMap, key: string): boolean {
  return (
    (map.byKey.has('kty') && PUBLIC_IN_JWK.test(key)) ||
    (key === 'secretKey' && map.byKey.has('remoteRef')) ||
    (/secretId$/i.test(key) && map.byKey.has('secretKeyName'))
  )
}

/** The secret of an OAuth client is no name of a Secret beside addresses, and may be one beside the id; a word beside a user is none. */
export function ofClient(map: YamlMap, key: string, value: () => string): NameSense | undefined {
  if (key !== 'secret') return undefined
  const keys = [...map.byKey.keys()]
  if (keys.some((each) => /^(?:redirect_?uris?|publicClient|clientAuthenticatorType)$/i.test(each))) return 'password'
  if (keys.some((each) => /^client_?id$/i.test(each))) return 'token'
  return keys.some((each) => /^user_?(?:name)?$/i.test(each)) && /^\w+$/.test(value()) ? 'token' : undefined
}

/** Beside the name of a Secret, `secretKey` and its like name the key in it, and `passwordSecret: {secretName: x, password: y}` does too. */
export function saysWhichSecret(map: YamlMap): boolean {
  if ((map.byKey.has('name') || map.byKey.has('secret')) && map.byKey.has('key') && !map.byKey.has('value')) return true
  return [...map.byKey.keys()].some((key) =>
    /^(?:(?:existing|cred(?:ential)?s?)_?secret(?:_?name)?|secret[_-]?(?:ref|name)|secretkeyref|fromsecret|secretobject|remoteref|secretstoreref)$/i.test(
      key,
    ),
  )
}

/** `secretKey` itself says so; otherwise keys of Secrets are names of several words, or say what they hold. */
export function namesAKey(key: string, value: string): boolean {
  return /secret_?key$/i.test(key) || /[-_.]|key|token|secret|pass/i.test(value)
}

/** `jksSecretKey` beside `jksSecretName`. */
export function isNamedBeside(map: YamlMap, key: string): boolean {
  if (!/(?:Key|_key)$/.test(key)) return false
  return map.byKey.has(key.replace(/Key$/, 'Name').replace(/_key$/, '_name'))
}
