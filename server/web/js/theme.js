/* Light or dark, where the person chose; else the styles follow the system. No module: it has to run before anything
   is painted. */

{
  const chosen = localStorage.getItem("maison.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}
