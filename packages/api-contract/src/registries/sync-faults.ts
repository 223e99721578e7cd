/**
 * The text for each fault that a sync reports, for one version (`failures[].fault`) or for the whole run (`reason`).
 */
const WORDS: Readonly<Record<string, string>> = {
  'forbidden-url': 'The address is not allowed: it is private or reserved, and ALLOWED_HOSTS does not name it.',
  unreachable:
    'The registry did not answer, or its certificate is not trusted. Check how host and port are spelled, and that the server finds and reaches that host.',
  unauthorised: 'The registry refused the credentials.',
  'not-a-registry': 'What answers there is no registry of this kind.',
  'bad-response': 'The answer broke off, is malformed, or does not match its digest.',
  'too-large': 'It is larger than what may be read.',
  timeout: 'It took too long.',
  cancelled: 'The sync was cancelled.',
  internal: 'The sync failed on the server. It can be started again.',
  'missing-pack-json': 'The folder has no pack.json.',
  'file-too-large': "The file is larger than one text may be (the server's setting MAX_TEXT_BYTES).",
  'not-utf8': 'The file is not UTF-8 text.',
  'invalid-character': 'The file holds a character that cannot be stored.',
  'malformed-json': 'The file is no valid JSON.',
  'invalid-pack-json': 'A field of pack.json is missing or has a wrong type or value.',
  'unsafe-entry': 'The file is a link, a device, or has a path that leads out of its folder.',
  'duplicate-file': 'The archive holds the file twice.',
  'invalid-chart': 'The index entry has no name, version or address that can be used.',
  'invalid-version': 'The version of the chart is not semantic (major.minor.patch).',
  'version-mismatch': 'The tag names another version than the pack.',
  duplicate: 'The registry holds this name and version twice; the first one counts.',
}

/** One sentence for a fault; an unknown fault from a newer server gets a general sentence and is never shown raw. */
export const syncFaultWords = (fault: string): string => WORDS[fault] ?? 'It could not be read.'
