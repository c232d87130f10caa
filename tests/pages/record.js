// Writes down what happens on a test page: console lines, uncaught errors, policy violations, news-* events, and every move of
// an element marked data-outside. First script of every page, so that nothing happens before it.
(function () {
  "use strict";
  var seen = window.__seen = { errors: [], warnings: [], uncaught: [], violations: [], events: [], moves: [], shift: 0 };
  var words = function (list) { return [].map.call(list, function (part) { return part instanceof Error ? String(part.stack || part) : String(part) }).join(" ") };

  [["error", "errors"], ["warn", "warnings"]].forEach(function (pair) {
    var original = console[pair[0]];
    console[pair[0]] = function () {
      seen[pair[1]].push(words(arguments));
      original.apply(console, arguments);
    };
  });

  addEventListener("error", function (event) { if (event.message && !event.defaultPrevented) seen.uncaught.push(event.message + " at " + event.filename + ":" + event.lineno) });
  addEventListener("unhandledrejection", function (event) { if (!event.defaultPrevented) seen.uncaught.push("rejected: " + words([event.reason])) });
  document.addEventListener("securitypolicyviolation", function (event) {
    seen.violations.push(event.effectiveDirective + " blocked " + event.blockedURI + " " + event.sample + " at " + event.sourceFile + ":" + event.lineNumber);
  });

  ["ready", "update", "open", "view", "state", "error"].forEach(function (name) {
    document.addEventListener("news-" + name, function (event) {
      // A copy: later changes of the detail are not what was said then.
      seen.events.push({ type: event.type, target: event.target, detail: JSON.parse(JSON.stringify(event.detail || {})), at: performance.now() });
    });
  });

  // Chromium counts shifts itself; the rectangles below hold in every engine.
  try {
    new PerformanceObserver(function (list) { list.getEntries().forEach(function (entry) { if (!entry.hadRecentInput) seen.shift += entry.value }) }).observe({ type: "layout-shift", buffered: true });
  } catch (_) { /* not in this engine */ }

  // Every frame compares the marked elements with where they stood when the page had been parsed, in page coordinates.
  var stood = new Map();
  function look() {
    document.querySelectorAll("[data-outside]").forEach(function (el) {
      var box = el.getBoundingClientRect(), now = [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round).join(" ");
      var before = stood.get(el);
      if (before !== undefined && before !== now) seen.moves.push((el.id || el.localName) + ": " + before + " -> " + now);
      stood.set(el, now);
    });
    requestAnimationFrame(look);
  }
  document.addEventListener("DOMContentLoaded", look);
})();
