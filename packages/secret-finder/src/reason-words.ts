import type { SecretReason } from './text-inspection.ts'

const WORDS: Readonly<Record<SecretReason, string>> = {
  schema: "The pack's schema declares it secret.",
  variable: 'The variable is declared sensitive.',
  manifest: 'It is data of a Secret.',
  'key-name': 'Its key names a credential.',
  structure: 'Text of this kind has a credential at this place.',
  argument: 'It follows an argument that takes a credential.',
  url: 'It is the password or token in an address.',
  'private-key': 'It is a private key.',
  'password-hash': 'It is the hash of a password, which can be cracked.',
  'token-pattern': 'It has the pattern of a token.',
  'changed-default': "It looks random and differs from the pack's default.",
  random: 'It looks random.',
  copy: 'The same text is a secret elsewhere in this profile.',
  unparsable: 'The text around it cannot be parsed, so all of it is masked.',
  marked: 'Somebody marked it as secret.',
}

/** The sentence that explains a reason to people. */
export function reasonWords(reason: SecretReason): string {
  return WORDS[reason]
}
