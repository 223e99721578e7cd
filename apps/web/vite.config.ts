import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { precompress } from './precompress.ts'

/** In development, answers as the API server does: /login is the sign-in page, every other page is the console. */
function signInPage(): Plugin {
  return {
    name: 'sign-in-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/login(?:[?#]|$)/.test(request.url ?? '')) request.url = '/login.html'
        next()
      })
    },
  }
}

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  plugins: [react(), signInPage(), precompress()],
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2023',
    // The strict content security policy knows no data: scripts or styles, and a small file is worth a cached request.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { console: page('index.html'), login: page('login.html') } },
  },
})
