import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ProblemBody } from '@waybill/api-contract'
import { useImport } from '../../state/import-store.ts'
import type { ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

/** Problems of these groups have a position in the text at their path; all others have one in the file. */
const TEXT_GROUPS = ['values', 'variables', 'macros']

const placeOf = ({ path, group, position }: ProblemBody) => ({
  path,
  offset: TEXT_GROUPS.includes(group) ? position?.offset : undefined,
})

/** A problem that needs another file or more permissions, or that is only for information. */
export function ProblemRow({ row }: { row: Extract<ValidateRow, { kind: 'problem' }> }) {
  const editAt = useImport((state) => state.editAt)
  const checkAgain = useImport((state) => state.checkAgain)
  const [problem] = row.problems
  if (!problem) return null
  const { place = problem.path, message, group } = problem
  const isNamed = place === '' || message.includes(place)
  return (
    <RemedyRow row={row} place={isNamed ? null : `${place}:`} sentence={message}>
      {row.isBlocking ? (
        group === 'permissions' ? (
          <Button variant="link" isInline onClick={checkAgain}>
            Check again
          </Button>
        ) : (
          <Button variant="link" isInline onClick={() => editAt(placeOf(problem))}>
            Change it in the file
          </Button>
        )
      ) : null}
    </RemedyRow>
  )
}
