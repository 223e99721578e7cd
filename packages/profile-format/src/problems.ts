/**
 * What can be wrong with a document, or with importing it here. The group is the wizard's heading, the title a noun phrase;
 * `problemMessage` makes the sentence. Nothing here may quote the file's values: only names, places, numbers and limits.
 */
export const PROBLEM_CODES = [
  // reading
  'UnsupportedMedia', 'FileTooLarge', 'Encoding', 'Empty', 'MalformedJson', 'MalformedYaml', 'DuplicateKey', 'ForbiddenKey',
  'LimitExceeded', 'NotAProfile',
  // shape
  'MissingField', 'WrongType', 'InvalidCharacter', 'UnknownLayer', 'UnknownPackType', 'UnknownProfileType', 'InvalidValue',
  'InvalidVersion', 'InvalidName', 'DuplicateName', 'UnknownField', 'MacroCycle',
  // texts
  'YamlInvalid', 'YamlLimit',
  // profile rules
  'LayerNotAllowed', 'LayerMissing', 'LayerRepeated', 'CloudTypeNotAllowed',
  // variables
  'VariableInvalid', 'RegexInvalid', 'PackVariablesUndefined', 'VariableUnused',
  // target
  'ClusterProfileAlreadyExists', 'PackNotFound', 'PackVersionNotFound', 'RegistryNotFound', 'RegistryAmbiguous', 'FloatingTag',
  'MacroUndefined', 'MacroExists', 'MaskedValues', 'PermissionMissing', 'DecisionInvalid',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type ProblemSeverity = 'error' | 'warning'

/** The wizard's groups, worst first. */
export const PROBLEM_GROUPS = ['file', 'name', 'packs', 'macros', 'masked', 'values', 'variables', 'unknown', 'permissions'] as const
export type ProblemGroup = (typeof PROBLEM_GROUPS)[number]

/** Line and column count from 1; offset counts UTF-16 units from 0. */
export interface TextPosition {
  line: number
  column: number
  offset: number
}

/** A fact about one place of a document. Texts are made from code and params alone, so every surface says the same. */
export interface Problem {
  code: ProblemCode
  severity: ProblemSeverity
  /** Place in the document, e.g. `spec.template.packs[2].values`; empty for the whole file. */
  path: string
  /** Place inside the YAML text at `path`, e.g. `charts.hspc.password`. */
  valuePath?: string
  /** In the file for problems of reading and shape; in the text at `path` for problems of texts. */
  position?: TextPosition
  params: Readonly<Record<string, string | number | readonly string[]>>
}
