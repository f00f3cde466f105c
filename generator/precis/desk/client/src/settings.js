/** Language, colours and the plain text field. */
import { ask } from "./api.js";
import { control, data } from "./page.js";

/** @param {Record<string, unknown>} chosen */
async function choose(chosen) {
  await ask("settings", chosen);
  location.reload();
}

/** Make the controls in the head of the page work. */
export function start() {
  const theme = control("theme");
  theme.value = localStorage.getItem("precis-theme") ?? "";
  theme.addEventListener("change", () => {
    localStorage.setItem("precis-theme", theme.value);
    document.documentElement.dataset["theme"] = theme.value;
  });
  const language = control("language");
  language.addEventListener("change", () => choose({ lang: language.value }));
  document.getElementById("plain")?.addEventListener("click", () => choose({ plain: !data.plain }));
}
