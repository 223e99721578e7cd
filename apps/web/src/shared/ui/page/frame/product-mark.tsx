/** The product's name and logo. */
export function ProductMark() {
  return (
    <span className="wb-mark">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#0f5fb8" />
        <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round">
          <path d="M6.5 11.5 16 7l9.5 4.5L16 16z" />
          <path d="m6.5 16 9.5 4.5 9.5-4.5" />
          <path d="m6.5 20.5 9.5 4.5 9.5-4.5" />
        </g>
      </svg>
      <span>Waybill</span>
    </span>
  )
}
