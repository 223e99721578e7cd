/** Sent with every response. Styles come from files and constructed sheets (the editor's shadow root). */
export const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  // Chromium itself sets style attributes while text is typed into an editor; no style sheet can come in this way.
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // The only Trusted Types policy lets our own workers start, and nothing else becomes script
  // (apps/web/src/app/trusted-workers.ts).
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['default'],
  upgradeInsecureRequests: null,
}

const { requireTrustedTypesFor: _required, trustedTypes: _named, ...withoutTrustedTypes } = CONTENT_SECURITY_POLICY

/**
 * Swagger UI sets the descriptions of our own document as HTML, sanitised by DOMPurify, and does not support Trusted
 * Types.
 */
export const API_DOCS_POLICY = withoutTrustedTypes
