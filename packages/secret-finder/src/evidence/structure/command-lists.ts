import { scalarValue, type YamlNode, type YamlScalar, type YamlTree } from '@waybill/layer-text'
import type { Hit } from '../hit.ts'
import { findInCommand } from './directives.ts'

/** Programs that take a secret by its position or after a single-letter option. */
const PROGRAM =
  /^(?:\S{0,80}\/)?(?:mc|htpasswd|mosquitto_passwd|rabbitmqctl|net|mysql\w{0,8}|mariadb[\w-]{0,8}|7z\w?|redis-cli|valkey-cli|sshpass|mongo\w{0,8}|cqlsh|ldap\w{0,8}|kadmin|docker|podman|skopeo|oras|crane|az|helm|sqlcmd|isql|ipmitool|zip|unzip|openssl|cscli|snmp\w{0,9}|nodetool|curl|smbclient|lftp|vault)$/
const MOST_WORDS = 100

/** A word of a command list, with the secret in it. */
export interface SecretWord {
  scalar: YamlScalar
  hit: Hit
}

/** Finds secrets in commands written as lists: `["htpasswd", "-bc", "/auth", "ops", "x"]`. */
export function findInCommandLists(tree: YamlTree): SecretWord[] {
  const found: SecretWord[] = []
  const visit = (node: YamlNode): void => {
    if (node.kind === 'map') for (const { value } of node.entries) visit(value)
    if (node.kind !== 'seq') return
    if (isCommand(tree, node.items)) found.push(...secretWords(tree, node.items.filter(isWord)))
    else node.items.forEach(visit)
  }
  tree.documents.forEach(visit)
  return found
}

const isWord = (node: YamlNode): node is YamlScalar => node.kind === 'scalar' && node.start >= 0

function isCommand(tree: YamlTree, items: readonly YamlNode[]): boolean {
  const [program] = items
  return (
    items.length > 2 &&
    items.length <= MOST_WORDS &&
    program?.kind === 'scalar' &&
    PROGRAM.test(scalarValue(tree.text, program)) &&
    items.every(isWord)
  )
}

function secretWords(tree: YamlTree, words: readonly YamlScalar[]): SecretWord[] {
  const values = words.map((word) => scalarValue(tree.text, word))
  const hits = findInCommand(values.join(' '))
  let from = 0
  return words.flatMap((scalar, at) => {
    const start = from
    const end = start + (values[at]?.length ?? 0)
    from = end + 1
    return hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ scalar, hit: { ...hit, start: hit.start - start, end: hit.end - start } }))
  })
}
