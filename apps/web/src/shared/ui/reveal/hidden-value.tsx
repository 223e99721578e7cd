import './reveal.css'

/** What stands in the place of a value that is kept from sight. */
export function HiddenValue() {
  return (
    <span className="wb-mask" role="img" aria-label="Sensitive, not shown" title="Sensitive, not shown">
      ••••••••
    </span>
  )
}
