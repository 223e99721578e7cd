import type { AuditOutcome } from '@waybill/api-contract'

const ACTIONS = {
  create: 'Create',
  update: 'Change',
  delete: 'Delete',
  publish: 'Publish',
  export: 'Export',
  read: 'Read values in clear',
  reveal: 'Reveal a secret',
  import: 'Import',
  refuse: 'Refused import',
  login: 'Sign in',
  logout: 'Sign out',
  'refuse-login': 'Refused sign-in',
  'refuse-request': 'Refused request',
  sync: 'Sync',
  cancel: 'Cancel a sync',
}

const KINDS = {
  clusterprofile: 'Cluster profile',
  apikey: 'API key',
  operation: 'Request',
  'audit-log': 'Audit log',
  macro: 'Macros',
}

const WAYS = { session: 'the console', 'api-key': 'an API key', jwt: 'a token' }

const OUTCOMES: Record<AuditOutcome, string> = { succeeded: 'Succeeded', refused: 'Refused', failed: 'Failed' }

const wordFor = (key: string, words: Readonly<Record<string, string>>): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : inWords(key)

export const actionName = (action: string) => wordFor(action, ACTIONS)
export const kindName = (kind: string) => wordFor(kind, KINDS)
export const outcomeName = (outcome: string) => wordFor(outcome, OUTCOMES)

/** `the console`; empty if nobody was signed in. */
export const wayName = (via: string): string => (via === '' ? '' : wordFor(via, WAYS))

/** `Changed layers` for `changedLayers`, `Secret-rule` for `secret-rule`. */
export function inWords(key: string): string {
  const words = key.replaceAll(
    /([a-z])([A-Z])/g,
    (_all, last: string, first: string) => `${last} ${first.toLowerCase()}`,
  )
  return words.charAt(0).toUpperCase() + words.slice(1)
}
