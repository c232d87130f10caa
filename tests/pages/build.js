// Builds news elements from the page's query, where its own tag stands, before the loader runs.
//   element=news-ticker     which element (else the tag's data-element, else news-rail)
//   inline=JSON             a child script with stories          strings=JSON  a child script with words of the page
//   links=text              a link inside, for readers without the program
//   rail=URL                an article's news-rail in its slot, with that src
//   anything else           an attribute of that name; `~` leaves it out
// A parameter that stands several times makes several elements: the n-th gets the n-th value, or the last there is.
(function () {
  "use strict";
  var script = document.currentScript, query = new URLSearchParams(location.search), names = Array.from(new Set(query.keys()));
  for (var name of Object.keys(script.dataset)) if (!query.has(name)) query.append(name, script.dataset[name]), names.push(name);
  var count = Math.max.apply(null, [1].concat(names.map(function (name) { return query.getAll(name).length })));

  function value(name, n) {
    var values = query.getAll(name);
    return values.length ? values[Math.min(n, values.length - 1)] : "~";
  }

  function data(text, slot) {
    var child = document.createElement("script");
    child.type = "application/json";
    if (slot) child.slot = slot;
    child.append(text);
    return child;
  }

  for (var n = 0; n < count; n++) {
    var el = document.createElement(value("element", n) === "~" ? "news-rail" : value("element", n));
    el.id = "news-" + n;
    names.forEach(function (name) {
      var given = value(name, n);
      if (given === "~" || name === "element") return;
      if (name === "inline") el.append(data(given));
      else if (name === "strings") el.append(data(given, "strings"));
      else if (name === "links") {
        var link = document.createElement("a");
        link.href = "/story/ru/cabotage";
        link.className = "fallback";
        link.append(given);
        el.append(link);
      } else if (name === "rail") {
        var rail = document.createElement("news-rail");
        rail.slot = "rail";
        rail.setAttribute("src", given);
        el.append(rail);
      } else el.setAttribute(name, given);
    });
    script.before(el);
  }
})();
