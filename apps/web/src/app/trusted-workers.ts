interface TrustedTypes {
  createPolicy: (name: 'default', rules: { createScriptURL: (url: string) => string }) => void
}

declare global {
  interface Window {
    /** Not in every browser; where it is, the server's content security policy has it used. */
    trustedTypes?: TrustedTypes
  }
}

/** Where the build puts scripts, those of workers among them. */
const ASSETS = '/assets/'

/** Nothing of a text can become script: the one address that is taken is that of a file of ours, as workers are started from. */
export function trustOwnWorkers(): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, location.href)
      if (origin !== location.origin || !pathname.startsWith(ASSETS)) throw new TypeError('not a script of ours')
      return url
    },
  })
}
