// Finds small changes of a source that its tests should notice.
import ts from 'typescript'

const SWAPPED = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
}
const SWAPPED_CALLS = { some: 'every', every: 'some' }

/** @returns {{ start: number, end: number, text: string }[]} the replacements for parts of the source */
export function findMutants(fileName, source) {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true)
  const mutants = []
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    mutants.push(...mutantsAt(node, source))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}

function mutantsAt(node, source) {
  const put = (at, text) => [{ start: at.getStart(), end: at.getEnd(), text }]
  const textOf = (at) => source.slice(at.getStart(), at.getEnd())
  if (ts.isBinaryExpression(node)) {
    const other = SWAPPED[textOf(node.operatorToken)]
    return other === undefined ? [] : put(node.operatorToken, other)
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return put(node, textOf(node.operand))
  if (node.kind === ts.SyntaxKind.TrueKeyword) return put(node, 'false')
  if (node.kind === ts.SyntaxKind.FalseKeyword) return put(node, 'true')
  if (ts.isIfStatement(node)) return put(node.expression, 'false')
  if (ts.isConditionalExpression(node)) return put(node.condition, `!(${textOf(node.condition)})`)
  if (ts.isExpressionStatement(node) && isCall(node.expression)) return put(node, ';')
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return callMutants(node, put, textOf)
  return []
}

const isCall = (node) => ts.isCallExpression(ts.isAwaitExpression(node) ? node.expression : node)

function callMutants({ expression }, put, textOf) {
  const { name, expression: of } = expression
  const other = SWAPPED_CALLS[name.text]
  if (other !== undefined) return put(name, other)
  return name.text === 'filter' ? put(expression, `((all) => ${textOf(of)})`) : []
}
