// Runs before the first paint, as a classic script: sets the chosen theme, if there is one.
(function () {
  try {
    const theme = localStorage.getItem("parley.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: the system's theme stands.
  }
})();
