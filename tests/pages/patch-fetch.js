// What some analytics scripts do to a page: fetch is wrapped, and a failure arrives as a string instead of an Error.
(function () {
  "use strict";
  var original = window.fetch;
  window.__patched = true;
  window.fetch = function (input) {
    var url = String(input && input.url || input);
    return window.__patched && url.indexOf("/feeds/") > 0 ? Promise.reject("blocked by the page") : original.apply(window, arguments);
  };
})();
