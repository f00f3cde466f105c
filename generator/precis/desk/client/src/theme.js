// Runs before the page is drawn, so that no light page flashes up in the dark.
const theme = localStorage.getItem("precis-theme");
if (theme) document.documentElement.dataset["theme"] = theme;
