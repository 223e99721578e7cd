// What oxlint has no rule for yet. The one of eslint-plugin-jsdoc would bring all of ESLint into every installation.

/** Described where they are made: schemas field by field, a type that follows from a schema or list by that. */
function isDescribedOtherwise({ type, declarations, typeAnnotation }) {
  if (type === 'VariableDeclaration') return /(?:Schema|Params)$/.test(declarations[0].id.name)
  if (type !== 'TSTypeAliasDeclaration') return false
  return typeAnnotation.type === 'TSIndexedAccessType' || typeAnnotation.typeName?.right?.name === 'infer'
}

const requireDocs = {
  create: ({ sourceCode, report }) => ({
    ExportNamedDeclaration(node) {
      if (!node.declaration || isDescribedOtherwise(node.declaration)) return
      const before = sourceCode.getCommentsBefore(node).at(-1)
      if (before?.type === 'Block' && before.value.startsWith('*')) return
      report({
        node,
        message: 'An export of a package needs a JSDoc line: what it does, in which units, how it fails.',
      })
    },
  }),
}

// oxlint-disable-next-line import/no-default-export -- oxlint reads a plugin by it
export default { meta: { name: 'docs' }, rules: { 'require-docs': requireDocs } }
