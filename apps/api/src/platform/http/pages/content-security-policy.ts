/** Of every answer. Styles stand in files and in constructed sheets (the editor's shadow root). */
export const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  // What Chromium itself writes on a line while text is typed into an editor; no sheet can come in this way.
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // One policy, which lets our own workers start and nothing else become script (apps/web/src/app/trusted-workers.ts).
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['default'],
  upgradeInsecureRequests: null,
}

const { requireTrustedTypesFor: _required, trustedTypes: _named, ...withoutTrustedTypes } = CONTENT_SECURITY_POLICY

/** Swagger UI sets the descriptions of our own document as HTML, cleaned by DOMPurify, and knows no Trusted Types. */
export const API_DOCS_POLICY = withoutTrustedTypes
