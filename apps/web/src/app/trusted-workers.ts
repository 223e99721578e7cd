interface TrustedTypes {
  createPolicy: (name: 'default', rules: { createScriptURL: (url: string) => string }) => void
}

declare global {
  interface Window {
    /** Missing in some browsers. Where it exists, the server's content security policy enforces it. */
    trustedTypes?: TrustedTypes
  }
}

/** Where the build puts scripts, including those of workers. */
const ASSETS = '/assets/'

/** No text can become a script: only addresses of our own files are accepted, which workers need. */
export function trustOwnWorkers(): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, location.href)
      if (origin !== location.origin || !pathname.startsWith(ASSETS)) throw new TypeError('not a script of ours')
      return url
    },
  })
}
