import type { MacroBody } from '@waybill/api-contract'
import { MASK } from '@waybill/layer-text'
import { SYSTEM_REFERENCES } from '@waybill/profile-format'
import { inspectNamedValue } from '@waybill/secret-finder'
import type { Scope } from '../../../shared/session/scope.ts'
import { resolveMacroReference, resolveVariableReference } from '../../../shared/ui/words/reference-words.ts'
import type { ReferenceOption } from '../../../shared/ui/yaml/codemirror/marks/reference-completion.ts'
import { INFO } from '../state/builder-texts.ts'
import { stackOf } from '../state/stack-texts.ts'
import type { Texts } from '../state/texts.ts'
import { variablesIn } from '../state/variable-texts.ts'

interface ReferencesHere {
  texts: Texts
  macros: readonly MacroBody[]
  scope: Scope
  profileUid: string | null
}

const HIDDEN = 'Sensitive, not shown'

/** Everything that a text of this profile can refer to, with what it resolves to here; never a secret. */
export const referenceOptions = (here: ReferencesHere): ReferenceOption[] => [
  ...variableOptions(here),
  ...here.macros.map((macro) => macroOption(macro, here.macros)),
  ...systemOptions(here),
]

function variableOptions({ texts }: ReferencesHere): ReferenceOption[] {
  const variables = variablesIn(texts)
  return variables.map(({ name, isSensitive, defaultValue }) => ({
    kind: 'var',
    name,
    value: isSensitive ? HIDDEN : defaultValue,
    text: resolveVariableReference(variables, name),
  }))
}

function macroOption({ name, value }: MacroBody, macros: readonly MacroBody[]): ReferenceOption {
  const isSecret = value.includes(MASK) || inspectNamedValue(name, value) !== undefined
  return isSecret
    ? { kind: 'macro', name, value: HIDDEN, text: `Macro ${name}: sensitive, not shown.` }
    : { kind: 'macro', name, value, text: resolveMacroReference(macros, name) }
}

function systemOptions(here: ReferencesHere): ReferenceOption[] {
  const known = systemValues(here)
  return SYSTEM_REFERENCES.map((name) => {
    const value = known.get(name) ?? ''
    const text = value === '' ? 'Known only when a cluster is deployed.' : `It is “${value}” here.`
    return { kind: 'system', name, value, text }
  })
}

/** Values known before there is a cluster; the profile by its current name. */
function systemValues({ texts, scope, profileUid }: ReferencesHere): ReadonlyMap<string, string> {
  const cloud = texts[INFO.cloudType] ?? ''
  const kubernetes = stackOf(texts).find(({ layer }) => layer === 'k8s')
  return new Map([
    ['clusterprofile.name', texts[INFO.name] ?? ''],
    ['clusterprofile.uid', profileUid ?? ''],
    ['clusterprofile.version', texts[INFO.version] ?? ''],
    ['tenant.uid', scope.tenant.uid],
    ...(scope.kind === 'project'
      ? ([
          ['project.name', scope.name],
          ['project.uid', scope.uid],
        ] as const)
      : []),
    ['cloud.type', cloud === 'all' ? '' : cloud],
    ['kubernetes.version', kubernetes?.version ?? ''],
  ])
}
