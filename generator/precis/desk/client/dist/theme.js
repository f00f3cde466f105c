"use strict";(()=>{var e=localStorage.getItem("precis-theme");e&&(document.documentElement.dataset.theme=e);})();
