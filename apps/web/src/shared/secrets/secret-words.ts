const reasons = new Map([
  ['schema', 'The pack declares it to be a secret.'],
  ['manifest', 'It is data of a Kubernetes Secret.'],
  ['key-name', 'Its key names a credential.'],
  ['structure', 'It stands where a credential stands in text of this kind.'],
  ['argument', 'It follows an argument that takes a credential.'],
  ['url', 'It is the password or token of an address.'],
  ['private-key', 'It is a private key.'],
  ['password-hash', 'It is the hash of a password, which can be tried out.'],
  ['token-pattern', 'It has the pattern of a token.'],
  ['changed-default', 'It looks made by chance and is not what the pack ships.'],
  ['random', 'It looks made by chance.'],
  ['copy', 'The same text is a secret elsewhere in this profile.'],
  ['marked', 'Somebody said so.'],
  ['unparsable', 'The text around it cannot be parsed, so all of it is masked.'],
])

/** Why something is taken for a secret, in a sentence. */
export const reasonText = (reason: string): string => reasons.get(reason) ?? reason
