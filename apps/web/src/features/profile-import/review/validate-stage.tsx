import { Badge } from '@patternfly/react-core/dist/dynamic/components/Badge'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportPlanBody } from '@waybill/api-contract'
import { useMemo, useState } from 'react'
import type { ProfileDocument } from '@waybill/profile-format'
import { type Review } from '../state/import-stage.ts'
import { PlanGate } from '../wizard/plan-gate.tsx'
import { MaskedTools } from './remedies/masked-tools.tsx'
import { ValidateRowView } from './validate-row-view.tsx'
import { GROUP_TITLES, type ValidateGroup, validateGroups } from './validate-rows.ts'
import { Verdict } from './verdict.tsx'

interface ValidateStageProps {
  review: Review
  document: ProfileDocument
}

/** Step 2: all problems together, each row with its remedy. */
export function ValidateStage({ review, document }: ValidateStageProps) {
  return <PlanGate review={review}>{(plan) => <Groups plan={plan} review={review} document={document} />}</PlanGate>
}

function Groups({ plan, review, document }: ValidateStageProps & { plan: ImportPlanBody }) {
  const groups = useMemo(() => validateGroups(plan, review.decisions), [plan, review.decisions])
  return (
    <>
      <Verdict groups={groups} review={review} />
      {groups.map((group) => (
        <GroupSection key={group.name} group={group} plan={plan} document={document} />
      ))}
    </>
  )
}

/** A file may have thousands; this keeps the page fast. */
const ROWS_AT_ONCE = 100

interface GroupSectionProps {
  group: ValidateGroup
  plan: ImportPlanBody
  document: ProfileDocument
}

function GroupSection({ group, plan, document }: GroupSectionProps) {
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const open = group.rows.filter((row) => row.isBlocking).length
  return (
    <section aria-labelledby={`group-${group.name}`}>
      <Title headingLevel="h3" size="md" id={`group-${group.name}`}>
        {GROUP_TITLES[group.name]} {open > 0 ? <Badge screenReaderText="to fix">{open}</Badge> : null}
      </Title>
      {group.name === 'masked' ? <MaskedTools plan={plan} /> : null}
      <ul className="wb-rows">
        {group.rows.slice(0, shown).map((row) => (
          <ValidateRowView key={row.id} row={row} plan={plan} document={document} />
        ))}
      </ul>
      {group.rows.length > shown ? (
        <Button variant="link" onClick={() => setShown(shown + ROWS_AT_ONCE)}>
          Show more of {group.rows.length}
        </Button>
      ) : null}
    </section>
  )
}
