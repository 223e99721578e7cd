import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import { type ChangeGroup, type GroupedChange, groupChanges, textOfChange } from './change-groups.ts'
import { TextComparison } from './text-comparison.tsx'

interface PlanChangesProps {
  plan: ImportPlanBody
  /** The newest version of that name here. */
  here: NonNullable<ImportPlanBody['comparedWith']>
  document: ProfileDocument
}

/** How the import differs from the newest version here. */
export function PlanChanges({ plan, here, document }: PlanChangesProps) {
  return (
    <section aria-labelledby="differences" className="wb-flow">
      <Title headingLevel="h3" size="md" id="differences">
        {`Differences from ${plan.name} ${here.version} here`}
      </Title>
      {plan.changes.length === 0 ? <p>There are no differences.</p> : null}
      {groupChanges(plan.changes).map((group) => (
        <LayerChanges key={`${group.isLayer}${group.title}`} {...{ group, plan, here, document }} />
      ))}
    </section>
  )
}

function LayerChanges({ group, plan, here, document }: PlanChangesProps & { group: ChangeGroup }) {
  return (
    <div className="wb-changes">
      <h4>{group.title}</h4>
      <ul className="wb-rows">
        {group.changes.map(({ change, field }) => (
          <li key={change.path} className="wb-change">
            <ChangeLine change={change} field={field} />
            {group.isLayer && textOfChange(field) ? (
              <TextComparison
                layerName={group.title}
                field={field}
                here={here}
                document={document}
                version={plan.version}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const KINDS = {
  added: { color: 'green', word: 'added' },
  removed: { color: 'red', word: 'removed' },
  changed: { color: 'blue', word: 'changed' },
} as const

function ChangeLine({ change, field }: GroupedChange) {
  const { color, word } = KINDS[change.kind]
  return (
    <p className="wb-change__line">
      <Label isCompact color={color}>
        {word}
      </Label>{' '}
      {field === '' ? null : <span>{field}</span>} {change.before === undefined ? null : <del>{change.before}</del>}
      {change.before !== undefined && change.after !== undefined ? <span aria-hidden> → </span> : null}
      {change.after === undefined ? null : <ins>{change.after}</ins>}
    </p>
  )
}
