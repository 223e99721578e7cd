import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core/dist/dynamic/components/DescriptionList'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { emptyPlaces } from './empty-places.ts'

interface PlanSummaryProps {
  plan: ImportPlanBody
  decisions: ImportDecisionsBody
  target: string
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

function layerLine({ name, version, chosen }: ImportPlanBody['layers'][number]): string {
  return chosen ? `${name} ${chosen.version} from ${chosen.registryName}` : `${name} ${version}`.trim()
}

/** Packs that come from another registry than the file says, though nobody chose it. */
const replacedRegistries = ({ problems }: ImportPlanBody): readonly string[] =>
  problems.flatMap(({ code, severity, message }) =>
    code === 'RegistryNotFound' && severity === 'warning' ? [message] : [],
  )

/** What Confirm will create. */
export function PlanSummary({ plan, decisions, target }: PlanSummaryProps) {
  const macros = decisions.macros ?? []
  const empty = emptyPlaces(plan, decisions)
  const replaced = replacedRegistries(plan)
  return (
    <section aria-labelledby="summary" className="wb-flow">
      <Title headingLevel="h3" size="md" id="summary">
        What will be created
      </Title>
      <DescriptionList isCompact>
        <Entry term="Profile">
          {plan.name} {plan.version}
        </Entry>
        <Entry term="Scope">{target}</Entry>
        <Entry term={`Layers (${plan.layers.length})`}>
          <Names names={plan.layers.map(layerLine)} />
        </Entry>
        {replaced.length > 0 ? (
          <Entry term={`From another registry (${replaced.length})`}>
            <Names names={replaced} />
          </Entry>
        ) : null}
        {plan.variables.length > 0 ? (
          <Entry term={`Variables (${plan.variables.length})`}>
            <Names
              names={plan.variables.map(({ name, isSensitive }) => (isSensitive ? `${name} (sensitive)` : name))}
            />
          </Entry>
        ) : null}
        {macros.length > 0 ? (
          <Entry term={`Macros to create (${macros.length})`}>
            <Names names={macros.map(({ name, scope }) => `${name} in the ${scope}`)} />
          </Entry>
        ) : null}
        {empty.length > 0 ? (
          <Entry term={`Values left empty (${empty.length})`}>
            <Names names={empty} />
          </Entry>
        ) : null}
      </DescriptionList>
    </section>
  )
}
