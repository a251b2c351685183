// Before the first paint: theme, language and text size as last chosen, so nothing flashes or jumps.
(function () {
  var root = document.documentElement;
  function stored(name) {
    try {
      return localStorage.getItem('daihon.' + name);
    } catch {
      return null;
    }
  }
  var scheme = stored('scheme');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.setAttribute('data-text-size', stored('textSize') || 'm');
  root.lang = stored('language') === 'en' ? 'en' : 'ja';
})();
