// Finds small changes that weaken a transaction.
import ts from 'typescript'

const LOCK = /FOR (?:NO KEY UPDATE|UPDATE|SHARE)\b(?: OF \w+)?/g
// A filter by tenant is not removed: the client refuses raw SQL without it before it is sent.
const CONDITION = /\s+AND (?!tenant_uid)[\w.]+ = \$\{[^}]+\}/g
const AUDIT = /^record(?:Audit|Effect)$/

/** @returns {{ start: number, end: number, text: string }[]} the replacements for parts of the source */
export function findTransactionMutants(fileName, source) {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true)
  const mutants = []
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isTemplateLiteral(node)) mutants.push(...leftOut(node, LOCK), ...leftOut(node, CONDITION))
    if (isAwaitedCall(node)) mutants.push(put(node, ';'))
    if (ts.isCallExpression(node)) mutants.push(...callMutants(node))
    if (isFilter(node) && node.initializer.properties.length > 1)
      mutants.push(...node.initializer.properties.map((property) => withoutProperty(node.initializer, property)))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}

const put = (node, text) => ({ start: node.getStart(), end: node.getEnd(), text })

const leftOut = (template, pattern) =>
  [...template.getText().matchAll(pattern)].map(({ index, 0: text }) => {
    const start = template.getStart() + index
    return { start, end: start + text.length, text: '' }
  })

/** A write or a lock: an awaited call whose result is not used. */
function isAwaitedCall(node) {
  if (!ts.isExpressionStatement(node) || !ts.isAwaitExpression(node.expression)) return false
  const call = node.expression.expression
  return ts.isCallExpression(call) && !call.expression.getText().endsWith('.register')
}

const isFilter = (node) =>
  ts.isPropertyAssignment(node) && node.name.getText() === 'where' && ts.isObjectLiteralExpression(node.initializer)

function withoutProperty(filter, left) {
  const kept = filter.properties.filter((property) => property !== left)
  return put(filter, `{ ${kept.map((property) => property.getText()).join(', ')} }`)
}

function callMutants(call) {
  if (AUDIT.test(call.expression.getText())) return [put(call, "''")]
  const opened = openedBy(call)
  if (!opened) return []
  const { client, callback } = opened
  const takenApart = put(call, `(${callback.getText()})(${client})`)
  const name = callback.parameters[0]?.name
  return name ? [takenApart, ...usesOf(name.getText(), callback.body, client)] : [takenApart]
}

/** A call that opens a transaction: on which client, and its callback. */
function openedBy({ expression, arguments: given }) {
  const callback = given.find((argument) => ts.isArrowFunction(argument))
  if (callback === undefined) return undefined
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === '$transaction')
    return { client: expression.expression.getText(), callback }
  return expression.getText() === 'inTransaction' ? { client: given[0].getText(), callback } : undefined
}

/** Replaces each use of the transaction by the client around it. */
function usesOf(name, body, client) {
  const mutants = []
  const visit = (node) => {
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) mutants.push(put(node, `${name}: ${client}`))
    else if (ts.isIdentifier(node) && node.text === name) mutants.push(put(node, client))
    else ts.forEachChild(node, visit)
  }
  visit(body)
  return mutants
}
