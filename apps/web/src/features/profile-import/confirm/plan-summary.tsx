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
    <ul className="wb-names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

/** The layers in order, each with its chosen version and registry. */
function Layers({ layers }: { layers: ImportPlanBody['layers'] }) {
  return (
    <ul className="wb-names">
      {layers.map(({ name, version, chosen }) => (
        <li key={name}>
          <strong>{name}</strong> {chosen?.version ?? version}{' '}
          {chosen ? <span className="wb-names__from">from {chosen.registryName}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** Packs that come from another registry than in the file, although nobody chose it. */
const replacedRegistries = ({ problems }: ImportPlanBody): readonly string[] =>
  problems.flatMap(({ code, severity, message }) =>
    code === 'RegistryNotFound' && severity === 'warning' ? [message] : [],
  )

/** What the import will create. */
export function PlanSummary({ plan, decisions, target }: PlanSummaryProps) {
  const macros = decisions.macros ?? []
  const empty = emptyPlaces(plan, decisions)
  const replaced = replacedRegistries(plan)
  return (
    <section aria-labelledby="summary" className="wb-flow">
      <Title headingLevel="h3" size="md" id="summary">
        What will be created
      </Title>
      <DescriptionList isCompact isHorizontal={plan.comparedWith === null}>
        <Entry term="Profile">
          {plan.name} {plan.version}
          {plan.comparedWith === null ? <p className="wb-subtle">The first version of it in {target}.</p> : null}
        </Entry>
        <Entry term="Scope">{target}</Entry>
        <Entry term={`Layers (${plan.layers.length})`}>
          <Layers layers={plan.layers} />
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
