import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import type { EditorJump } from '../yaml/codemirror/jump.ts'
import { YamlView } from '../yaml/yaml-view.tsx'
import { startOfLine } from '../yaml/values-check/start-of-line.ts'
import { useValuesCheck } from '../yaml/values-check/use-values-check.ts'
import type { DecidedMerge } from './decided-merge.ts'

/** The merged text, with its YAML errors and violations of the new version's schema. */
export function CheckedValues({ packName, merge, result }: Pick<DecidedMerge, 'packName' | 'merge' | 'result'>) {
  const { text } = result
  const problems = useValuesCheck({ text, schema: merge.schema, defaults: merge.input.theirs })
  const [jump, setJump] = useState<EditorJump | null>(null)
  return (
    <>
      <YamlView text={text} label={`New values of ${packName}`} jump={jump} />
      {problems.length > 0 && (
        <ul className="wb-merge-problems" aria-label={`Problems of ${packName}`}>
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <Button
                variant="link"
                isInline
                onClick={() => setJump({ offset: startOfLine(text, line), isFocused: true })}
              >
                Line {line}
              </Button>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
