// A rule that oxlint does not have yet. The one of eslint-plugin-jsdoc would add all of ESLint to every installation.

/** Documented elsewhere: schemas field by field, and types derived from a schema or list there. */
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

// oxlint-disable-next-line import/no-default-export -- oxlint loads plugins by their default export
export default { meta: { name: 'docs' }, rules: { 'require-docs': requireDocs } }
