import './reveal.css'

/** Shown in place of a masked value. */
export function HiddenValue() {
  return (
    <span className="wb-mask" role="img" aria-label="Sensitive, not shown" title="Sensitive, not shown">
      ••••••••
    </span>
  )
}
