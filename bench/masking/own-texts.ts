import type { SecretText } from './corpora.ts'

const KEY = 'q7RvT2mXc9LpZ4wN8sJd'

/** One text of each kind, written for this project: what is measured where no other texts lie beside it. */
export const OWN_TEXTS: readonly SecretText[] = [
  ['key', `db:\n  password: ${KEY}\n`],
  ['env', `env:\n- name: API_TOKEN\n  value: ${KEY}\n`],
  ['argument', `args: ["--password=${KEY}"]\n`],
  ['url', `url: amqp://kiln:${KEY}@k.test/v\n`],
  ['inner json', `conf: '{"password": "${KEY}"}'\n`],
  ['comment', `# password: ${KEY}\na: 1\n`],
  ['header', `headers: {Authorization: Bearer ${KEY}}\n`],
].map(([category = '', text = '']) => ({ id: category, category, text, secret: KEY }))
