  // A part of ../newsrail.js; the build puts it in its place there.
  // A fixed height keeps everything outside the element where it is, whatever arrives.
  function reserve(el) {
    var height = el.getAttribute("height"), style = el.style;
    if (height === null) return;
    if (getComputedStyle(el).display === "inline") style.display = "block";
    style[el.localName === tags[2] ? "minBlockSize" : "blockSize"] = height.trim();
    if (!style.blockSize && !style.minBlockSize) console.warn("newsrail: height=\"" + height + "\" is not one of: CSS length; the default is used (skeleton rows by `limit`)");
  }

  // Without one, a rail keeps the height it had with its first stories, until its width, its settings or its fonts change.
  var widths = new WeakMap(), box = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      var el = entry.target, width = Math.round(entry.contentRect.width);
      if (widths.get(el) !== width) widths.set(el, width), requestAnimationFrame(settle.bind(0, el));
    });
  });

  function settle(el) {
    if (!widths.has(el) || el.hasAttribute("height") || el.getAttribute("state") === "empty") return;
    el.style.blockSize = "";
    el.style.blockSize = getComputedStyle(el).blockSize;
  }

  function shown(event) {
    var el = event.target;
    if (el.localName !== tags[0] || widths.has(el)) return;
    box.observe(el);
    // The first stories are in place when this task ends; a page out of sight may wait long for its next frame.
    widths.set(el, el.clientWidth);
    setTimeout(settle, 0, el);
    if (doc.fonts) doc.fonts.ready.then(settle.bind(0, el));
  }
