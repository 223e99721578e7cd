import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportPlanBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import { type ChangeGroup, type GroupedChange, groupChanges, textOfChange } from './change-groups.ts'
import { TextComparison } from './text-comparison.tsx'

interface PlanChangesProps {
  plan: ImportPlanBody
  document: ProfileDocument
}

/** How the import differs from the newest version of that name here. */
export function PlanChanges({ plan, document }: PlanChangesProps) {
  const { comparedWith } = plan
  return (
    <section aria-labelledby="differences" className="wb-flow">
      <Title headingLevel="h3" size="md" id="differences">
        {comparedWith ? `Differences from ${plan.name} ${comparedWith.version} here` : 'New here'}
      </Title>
      {comparedWith === null ? (
        <p>
          No version of {plan.name} is in {plan.target.name} yet.
        </p>
      ) : null}
      {comparedWith && plan.changes.length === 0 ? <p>There are no differences.</p> : null}
      {comparedWith
        ? groupChanges(plan.changes).map((group) => (
            <LayerChanges key={`${group.isLayer}${group.title}`} group={group} plan={plan} document={document} />
          ))
        : null}
    </section>
  )
}

function LayerChanges({ group, plan, document }: PlanChangesProps & { group: ChangeGroup }) {
  return (
    <div className="wb-changes">
      <h4>{group.title}</h4>
      <ul className="wb-rows">
        {group.changes.map(({ change, field }) => (
          <li key={change.path} className="wb-change">
            <ChangeLine change={change} field={field} />
            {group.isLayer && textOfChange(field) && plan.comparedWith ? (
              <TextComparison
                layerName={group.title}
                field={field}
                here={plan.comparedWith}
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
