// Runs before the first paint, from its own file because the content security policy allows no inline script.
;(() => {
  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const applyTheme = () => {
    const choice = localStorage.getItem('waybill.theme')
    const isDark = choice === 'dark' || (choice !== 'light' && systemDark.matches)
    // The console's class, and that of the page that shows the API.
    for (const name of ['pf-v6-theme-dark', 'dark-mode']) document.documentElement.classList.toggle(name, isDark)
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  }
  applyTheme()
  systemDark.addEventListener('change', applyTheme)
  addEventListener('storage', applyTheme)
  addEventListener('waybill:theme', applyTheme)
})()
