/** Why a registry or one version of it could not be read: a sentence for each fault that the server knows. */
const WORDS: Readonly<Record<string, string>> = {
  // the registry as a whole, or an address in it
  'forbidden-url': 'The address may not be asked. The operator allows it in ALLOWED_HOSTS.',
  unreachable: 'Nothing answers at the address, or its certificate is not trusted.',
  unauthorised: 'The registry does not accept the credentials.',
  'not-a-registry': 'What answers at the address is not a registry of this kind.',
  'bad-response': 'The registry answered something that cannot be used.',
  'too-large': 'The registry answered more than is read.',
  timeout: 'The registry took too long.',
  cancelled: 'It was cancelled.',
}

export function faultWords(fault: string): string {
  return WORDS[fault] ?? 'It could not be read on the server. Try again.'
}
