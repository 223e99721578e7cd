import type { Part } from '../parts/compared-parts.ts'

/** Single-line fields that differ, before and after. */
export function FieldChanges({ fields }: Pick<Part, 'fields'>) {
  const shown = fields.filter(({ name, change }) => name !== '' || change.before !== undefined || change.after)
  if (shown.length === 0) return null
  return (
    <dl className="wb-field-changes">
      {shown.map(({ name, change: { kind, before, after } }) => (
        <div key={name}>
          <dt>{name === '' ? 'version' : name}</dt>
          <dd>
            {before === undefined && after === undefined ? KINDS[kind] : null}
            {before === undefined ? null : <del>{said(before)}</del>}
            {before === undefined || after === undefined ? null : <span aria-hidden> → </span>}
            {after === undefined ? null : <ins>{said(after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const KINDS = { added: 'only on the right', removed: 'only on the left', changed: 'differs' } as const

const said = (value: string) => (value === '' ? 'empty' : value)
